import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ActionTemplate } from "@actions/workflow-parser/actions/index";
import { describe, expect, it } from "vitest";
import { actionParser } from "./bundled-parser.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";

const { convertActionTemplate, parseAction } = await actionParser();
const project = join(import.meta.dirname, "../..");
const content = readFileSync(join(project, "action.yml"), "utf8");
const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { version: string };
const page = readFileSync(join(project, "docs/github-action.md"), "utf8");

function read(text: string): { readonly errors: readonly string[]; readonly action: ActionTemplate } {
  const { context, value } = parseAction(
    { name: "action.yml", content: text },
    { error() {}, info() {}, verbose() {} },
  );
  if (value === undefined) throw new Error("the parser made nothing of it");
  const action = convertActionTemplate(context, value);
  return { errors: context.errors.getErrors().map(({ message }) => message), action };
}

const { errors, action } = read(content);
const step = action.runs.using === "composite" ? action.runs.steps[0] : undefined;
const script = step !== undefined && "run" in step ? step.run.toString() : "";
const inputs = (action.inputs ?? []).map(({ id }) => id);

describe("action.yml", () => {
  it("is what GitHub's own parser takes, which refuses what is wrong", () => {
    expect(errors).toEqual([]);
    expect(read(content.replace("using: composite", "using: compost")).errors).not.toEqual([]);
    expect(read(content.replace("shell: bash", "shells: bash")).errors).not.toEqual([]);
  });

  it("has the inputs and outputs of its page, each with a description", () => {
    expect(inputs).toEqual([
      "root",
      "config",
      "preset",
      "base",
      "config-from",
      "format",
      "fail-on",
      "comment",
      "check",
      "sarif",
      "plugins",
      "version",
      "token",
    ]);
    expect((action.outputs ?? []).map(({ id }) => id)).toEqual([
      "errors",
      "warnings",
      "introduced",
      "fixed",
      "next",
      "report",
    ]);
    for (const { id, description } of [...(action.inputs ?? []), ...(action.outputs ?? [])]) {
      expect(description, id).toMatch(/\.$/);
      expect(page, id).toContain(`| \`${id}\``);
    }
  });

  it("hands every input over as a variable, and writes none into a script", () => {
    const passed = [...content.matchAll(/^ {8}INPUT_([A-Z_]+): \$\{\{ inputs\.([a-z-]+) \}\}$/gm)].map(
      ([, name, input]) => [name, input],
    );
    expect(passed).toEqual(inputs.map((input) => [input.toUpperCase().replaceAll("-", "_"), input]));
    expect(script).toContain("npm install --prefix");
    expect(script).not.toContain("npx");
    expect(script).not.toContain("${{");
  });

  it("runs its own version by default", () => {
    expect(content).toContain(`    default: ${version}\n`);
  });
});

/** Runs the script of the step with an npm that installs a program which says how it was called, below a directory that has a package of the same name. */
function run(wanted: string): { readonly status: number | null; readonly output: string } {
  const root = temporaryDirectory({
    "bin/npm":
      '#!/bin/sh\nls -A\nfor last; do :; done\necho "$last ${INPUT_TOKEN-without}"\nmkdir -p "$3/node_modules/queue-lint/dist"\necho "console.log(process.argv[2], process.env.INPUT_TOKEN)" > "$3/node_modules/queue-lint/dist/cli.cjs"\n',
    "node_modules/.bin/queue-lint": "#!/bin/sh\necho evil\n",
    "node_modules/queue-lint/dist/cli.cjs": "console.log('evil')",
    "node_modules/queue-lint/package.json": '{ "name": "queue-lint", "version": "0.1.0", "bin": "dist/cli.cjs" }',
    "tmp/keep": "",
    "checkout/.npmrc": "registry=https://evil.example\n",
  });
  chmodSync(join(root, "bin/npm"), 0o755);
  const env = {
    ...process.env,
    PATH: `${join(root, "bin")}:${process.env["PATH"] ?? ""}`,
    TMPDIR: join(root, "tmp"),
    INPUT_TOKEN: "secret",
    INPUT_VERSION: wanted,
    GITHUB_ACTION_PATH: project,
  };
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd: join(root, "checkout"),
    encoding: "utf8",
    env,
  });
  return { status, output: stdout + stderr };
}

describe("its script", () => {
  it.each(["0.1.0", "latest", "^1.2", "1.0.0-beta.1"])(
    "installs the version %s outside of the checkout, without the token, and runs no package of a directory above",
    (wanted) => {
      expect(run(wanted)).toEqual({ status: 0, output: `package.json\nqueue-lint@${wanted} without\naction secret\n` });
    },
  );

  it.each(["", "1 --registry=https://evil.example", "$(touch x)", "../x", "file:x", "1;id", "git+ssh://x"])(
    "refuses the version %j",
    (wanted) => {
      expect(run(wanted)).toEqual({
        status: 2,
        output: "queue-lint: The input “version” is no version of a package.\n",
      });
    },
  );
});
