import { mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { gitRepository } from "../source/git-repository.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { run } from "./run.ts";

const queue = "docs/product/spec-candidates.md";
const files = {
  [queue]: "# Queue\n\n## Active\n\n### Buoys\n\n- **Priority**: P1\n\n## Promoted\n\n- Piers -> Spec 009 (`piers`)\n",
  "docs/product/roadmap.md": "# Roadmap\n\n- Piers: [plan](../plans/piers.md)\n",
  "specs/001-docks/spec.md": "# Docks\n\nBoats are tied up at a dock over night.\n",
  "src/index.ts": "",
};
let root = "";
beforeEach(() => {
  root = realpathSync(temporaryDirectory(files));
});

const findings = async (...argv: string[]): Promise<readonly string[]> => {
  const { out } = await run([...argv, "--json"], { cwd: root });
  return (JSON.parse(out) as { findings: readonly { path: string }[] }).findings.map(({ path }) => path);
};

describe("paths", () => {
  it.each([[["."]], [["docs/"]], [["docs/product"]], [[queue]], [["audit", queue]], [["docs", "src"]]])(
    "%j is understood, with flags after it",
    async (words) => {
      const { code, err } = await run([...words, "--format", "concise"], { cwd: root });
      expect({ code, err }).toEqual({ code: 1, err: "" });
    },
  );

  it("narrows what is shown and the exit status, and says what is elsewhere", async () => {
    expect(await findings()).toContain(queue);
    expect(await findings("docs/product/roadmap.md")).not.toContain(queue);
    const { code, out } = await run(["specs/001-docks", "--rule", "roadmap/candidate-posture:off"], { cwd: root });
    expect(code).toBe(0);
    expect(out).toMatch(/^no findings in specs\/001-docks \(elsewhere: \d+ error/m);
  });

  it("says in the report which paths were named", async () => {
    const { out } = await run([queue, "--json"], { cwd: root });
    const { narrowed, summary } = JSON.parse(out) as { narrowed: object; summary: { errors: number } };
    expect(narrowed).toMatchObject({ paths: [queue] });
    expect(summary.errors).toBe(1);
  });

  it("says that nothing is read at a path, which is not a pass", async () => {
    const { code, err } = await run(["src"], { cwd: root });
    expect(code).toBe(0);
    expect(err).toBe("src holds nothing that the audit reads as planning; --root audits it on its own.\n");
  });

  it.each([
    [["docs/none.md"], "There is no file or directory “docs/none.md”"],
    [[".."], "is outside the audited repository"],
    [["docs", "--watch"], "--watch shows the whole audit"],
  ])("%j is refused", async (argv, words) => {
    const { code, out, err } = await run([...argv, "--root", root], { cwd: root });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(words);
  });

  it("names the root when it was found above the current directory", async () => {
    writeFileSync(join(root, "queue-lint.config.json"), "{}");
    const { err } = await run(["."], { cwd: join(root, "docs") });
    expect(err).toBe(`root  ${root}  (the repository around the current directory; --root names another)\n`);
  });
});

describe("--output-file", () => {
  it.each([
    [["--json"], /^\{/],
    [[], /spec-candidates\.md:\d+/],
  ])("takes what would go to standard output: %j", async (flags, words) => {
    const { code, out } = await run([...flags, "--output-file", "report.out"], { cwd: root });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(readFileSync(join(root, "report.out"), "utf8")).toMatch(words);
  });
});

describe("names that are nearly right", () => {
  it.each([
    ["Queue-Lint.config.json", "in another case: Queue-Lint.config.json"],
    ["queue-lint.config.ts", "the configuration is data"],
    ["queue-lint.config.mjs", "the configuration is data"],
    [".queue-lintrc", ".queue-lintrc is not a name of a configuration"],
  ])("%s is refused by name", async (name, words) => {
    writeFileSync(join(root, name), "{}");
    const { code, err } = await run([], { cwd: root });
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it("a directory or another file of the tool is no configuration", async () => {
    mkdirSync(join(root, "queue-lint"));
    writeFileSync(join(root, ".queue-lint-baseline.json"), '{ "version": 1, "findings": {} }');
    expect((await run([], { cwd: root })).code).toBe(1);
  });

  it.each(["promotion/spec-exists=off", "promotion/spec-exists:0", "promotion/spec-exists=warn"])(
    "--rule %s is understood",
    async (rule) => {
      expect((await run(["--rule", rule, queue], { cwd: root })).code).toBe(0);
    },
  );
});

describe("a repository at its beginning", () => {
  it("has no commit yet", async () => {
    const { root: fresh } = gitRepository();
    const { code, err } = await run(["--ref", "HEAD"], { cwd: fresh });
    expect(code).toBe(2);
    expect(err).toContain("This repository has no commit yet.");
  });

  it("has a queue that is not staged", async () => {
    const repository = gitRepository();
    mkdirSync(join(repository.root, "docs/product"), { recursive: true });
    writeFileSync(join(repository.root, queue), files[queue] ?? "");
    const { err } = await run(["--staged"], { cwd: repository.root });
    expect(err).toBe(`${queue} is not staged, so it was not read: git add ${queue}\n`);
  });
});
