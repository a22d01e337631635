import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBuilt } from "../../scripts/build-record.ts";
import { caller, houseRule, houseTest, typedModule } from "./consumer-modules.ts";
import { requiredAtOnce } from "./required-at-once.ts";

const project = join(import.meta.dirname, "../..");
const work = mkdtempSync(join(tmpdir(), "queue-lint-package-"));
const consumer = join(work, "consumer");
const installed = join(consumer, "node_modules/queue-lint");
const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as { version: string };
/** What `npm pack` printed to standard output. */
let packed = "";

interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(directory: string, command: string): Result {
  // Without the settings that an outer npm hands to its scripts.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  return spawnSync(command, {
    cwd: directory,
    shell: true,
    encoding: "utf8",
    env: { ...env, NO_COLOR: "1", npm_config_loglevel: "error" },
  });
}

/** Runs a command that must succeed; its standard output. */
function output(directory: string, command: string): string {
  const { status, stdout, stderr } = run(directory, command);
  if (status !== 0) throw new Error(`${command} ended with ${status}:\n${stdout}\n${stderr}`);
  return stdout;
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(consumer, path)), { recursive: true });
    writeFileSync(join(consumer, path), text);
  }
}

// Packs a copy as a git clone has it, so that the build by `prepare` is tested and no other test loses its dist. A dist that is what these sources make is
// there too: `prepare` leaves it as it is then.
beforeAll(() => {
  const clone = join(work, "clone");
  const left = ["node_modules", "dist", ".git", "fixtures", "test", "coverage"].map((name) => join(project, name));
  cpSync(project, clone, { recursive: true, filter: (path) => !left.includes(path) });
  if (isBuilt(project)) cpSync(join(project, "dist"), join(clone, "dist"), { recursive: true });
  symlinkSync(join(project, "node_modules"), join(clone, "node_modules"), "junction");
  packed = output(clone, "npm pack");
  write({ "package.json": '{ "name": "consumer", "private": true, "type": "module" }' });
  output(consumer, `npm install "${join(clone, packed.trim())}" --offline --no-audit --no-fund`);
}, 240_000);

afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

describe("the packed package", () => {
  it("is all that npm pack prints, as tools that install hooks expect", () => {
    expect(packed).toBe(`queue-lint-${version}.tgz\n`);
  });

  it("has no dependencies", () => {
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Record<string, unknown>;
    expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key) && key !== "devDependencies")).toEqual([]);
    const lock = JSON.parse(readFileSync(join(consumer, "package-lock.json"), "utf8")) as {
      packages: Record<string, unknown>;
    };
    expect(Object.keys(lock.packages)).toEqual(["", "node_modules/queue-lint"]);
  });

  it("holds the bundle, the licences, the schema and the pages of the rules, and no sources", () => {
    for (const path of [
      "dist/cli.cjs",
      ...["index", "rules", "testing"].flatMap((name) =>
        ["js", "cjs", "d.ts", "d.cts"].map((ending) => `dist/${name}.${ending}`),
      ),
      "LICENSE",
      "README.md",
      "schema.json",
      "docs/rules",
    ]) {
      expect(statSync(join(installed, path), { throwIfNoEntry: false }), path).toBeDefined();
    }
    for (const path of ["src", "test", "rules", "scripts", "fixtures"])
      expect(statSync(join(installed, path), { throwIfNoEntry: false }), path).toBeUndefined();
    const licences = readFileSync(join(installed, "dist/THIRD-PARTY-LICENSES.txt"), "utf8");
    for (const name of ["zod", "yaml", "mdast-util-from-markdown", "commander"])
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((?:MIT|ISC)\\)$`, "m"));
  });

  it("is smaller than three megabytes", () => {
    const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const size = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    expect(files.length).toBeGreaterThan(100);
    expect(size).toBeLessThan(3_000_000);
  });

  it("says its version", () => {
    expect(run(consumer, "npx --no-install queue-lint --version")).toMatchObject({
      status: 0,
      stdout: `${version}\n`,
      stderr: "",
    });
  });

  it("brings the pages of the rules", () => {
    const { status, stdout, stderr } = run(consumer, "npx --no-install queue-lint explain promotion/once");
    expect({ status, stderr, first: stdout.split("\n", 1)[0] }).toEqual({
      status: 0,
      stderr: "",
      first: "promotion/once",
    });
  });

  it("loads what talks to a server when the action publishes, and not before", () => {
    const at = (file: string): string => readFileSync(join(installed, "dist", file), "utf8");
    const seen = new Set<string>();
    const load = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const path of requiredAtOnce(at(file))) load(join(dirname(file), path));
    };
    for (const [, started = ""] of at("cli.cjs").matchAll(/require\("(\.\/chunks\/[^"]+)"\)/g)) load(started);
    expect(seen.size).toBeGreaterThan(1);
    expect([...seen].filter((file) => at(file).includes("octokit"))).toEqual([]);
    expect(
      readdirSync(join(installed, "dist/chunks")).filter(
        (file) => file.endsWith(".cjs") && at(join("chunks", file)).includes("octokit"),
      ),
    ).not.toEqual([]);
  });

  it("audits a repository and shows claim and truth", () => {
    write({
      "repository/docs/product/spec-candidates.md": [
        "# Spec candidates",
        "",
        "## Active candidates",
        "",
        "## Promoted to Spec",
        "",
        "- Lighthouse Keeper Log -> Spec 001 (`lighthouse-keeper-log`)",
        "- Fog Signal Schedule -> Spec 002 (`fog-signal-schedule`)",
        "",
      ].join("\n"),
      "repository/specs/001-lighthouse-keeper-log/spec.md": "# Lighthouse Keeper Log\n",
    });
    const { status, stdout, stderr } = run(consumer, "npx --no-install queue-lint --root repository --format json");
    expect(stderr).toBe("");
    expect(status).toBe(1);
    const report = JSON.parse(stdout) as {
      findings: { rule: string; path: string; line: number }[];
      entries: unknown;
      specs: number;
    };
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: "promotion/spec-exists", path: "docs/product/spec-candidates.md", line: 8 }),
    );
    expect(report).toMatchObject({ entries: { active: 0, promoted: 2 }, specs: 1 });
  });

  it("gives its types to modules of both kinds, in a program that has no other packages", () => {
    write({
      "tsconfig.json": JSON.stringify({
        compilerOptions: {
          module: "node16",
          target: "es2023",
          lib: ["es2023"],
          types: [],
          strict: true,
          noEmit: true,
        },
        files: ["use.mts", "use.cts"],
      }),
      ...Object.fromEntries(["use.mts", "use.cts"].map((path) => [path, typedModule])),
    });
    expect(run(consumer, `node "${join(project, "node_modules/typescript/bin/tsc")}" -p .`)).toMatchObject({
      status: 0,
      stdout: "",
    });
  });

  it("makes and tests rules of a user's own", () => {
    write({
      "house.mjs": houseRule,
      "house.test.mjs": houseTest,
      "repository/lint.mjs": 'export { rules } from "../house.mjs";\n',
      "plugin.config.json": '{ "plugins": ["./lint.mjs"] }',
    });
    expect(output(consumer, "node house.test.mjs")).toBe("held\n");
    expect(run(consumer, "npx --no-install queue-lint --root repository --config plugin.config.json").stdout).toContain(
      "house/no-fog",
    );
  });

  it.each([
    [
      "use.mjs",
      'import * as library from "queue-lint"; import * as rules from "queue-lint/rules"; import * as testing from "queue-lint/testing";',
    ],
    [
      "use.cjs",
      'const [library, rules, testing] = ["queue-lint", "queue-lint/rules", "queue-lint/testing"].map(require);',
    ],
  ])("can be called from %s", (path, imports) => {
    write({ [path]: `${imports}\n${caller}` });
    const { findings, lines, ...rest } = JSON.parse(output(consumer, `node ${path}`)) as Record<string, number>;
    expect(rest).toEqual({
      names: [
        ["UsageError", "defineConfig", "defineRule", "format", "lint", "lintSnapshot"],
        ["memorySnapshot", "runRule", "testRule"],
      ],
      same: true,
    });
    expect(findings).toBeGreaterThan(0);
    expect(lines).toBeGreaterThan(findings ?? 0);
  });

  it("tells a program without types what is wrong with its call", () => {
    write({
      "wrong.mjs":
        'import { lint, UsageError } from "queue-lint"; lint({ rot: "." }).catch((error) => console.log(error instanceof UsageError, error.message));',
    });
    expect(output(consumer, "node wrong.mjs")).toBe(
      "true The options cannot be used: unknown key “rot”; did you mean “root”?.\n",
    );
  });
});
