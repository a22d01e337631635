import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { AuditReport } from "../../src/core/finding.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { run } from "./run.ts";

const queue = "docs/product/spec-candidates.md";
const file = ".queue-lint-baseline.json";
const text =
  "# Queue\n\n## Active\n\n### Seat maps\n\n- **Priority**: P1\n\n## Promoted\n\n- Tickets -> Spec 009\n- Halls -> Spec 010\n- `Refunds`\n";
const files = { [queue]: text, "specs/001-a/spec.md": "# A\n\nVisitors buy tickets and get them by mail.\n" };

let root = "";
beforeEach(() => {
  root = temporaryDirectory(files);
});
const write = (path: string, words: string): void => writeFileSync(join(root, path), words);
const counts = (): Record<string, number> =>
  (JSON.parse(readFileSync(join(root, file), "utf8")) as { findings: Record<string, number> }).findings;
const baseline = (...flags: string[]) => run(["baseline", ...flags], { cwd: root });
const audit = (...flags: string[]) => run(["--baseline", file, ...flags], { cwd: root });
const json = async (...flags: string[]) => JSON.parse((await audit("--format", "json", ...flags)).out) as AuditReport;

const recorded = {
  [`promotion/has-target:${queue}:refunds`]: 1,
  [`promotion/spec-exists:${queue}:halls -> 10`]: 1,
  [`promotion/spec-exists:${queue}:tickets -> 9`]: 1,
};

describe("300 old findings on a Monday", () => {
  it("are recorded, and from then on only new ones fail", async () => {
    expect((await run([], { cwd: root })).code).toBe(1);
    const { code, out, err } = await baseline();
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toBe(
      `Written to ${file}: 3 findings. “queue-lint --baseline ${file}” hides them; the key “baseline” of the configuration does so always.\n`,
    );
    expect(counts()).toEqual(recorded);
    expect((await audit()).code).toBe(0);
    write(queue, `${text}- Ushers -> Spec 011\n`);
    const { code: next, out: shown } = await audit("--format", "concise");
    expect(next).toBe(1);
    expect(shown.match(/\[/g)).toHaveLength(1);
    expect(shown).toContain("“Ushers” is promoted");
    expect(shown).toMatch(/\n3 suppressed\n\d+ claims/);
  });

  it("stay broken claims, and are in the report of programs", async () => {
    const before = JSON.parse((await run(["--format", "json"], { cwd: root })).out) as AuditReport;
    await baseline();
    const after = await json();
    expect(after.coverage).toEqual(before.coverage);
    expect(after.summary).toEqual({ errors: 0, warnings: 0, infos: 0, suppressed: 3 });
    expect(after.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      before.findings.map(({ fingerprint }) => fingerprint),
    );
    expect(
      after.findings.map(({ suppression }) => `${suppression?.kind} ${suppression?.path}:${suppression?.line}`),
    ).toEqual(
      [6, 5, 4]
        .map((line) => `baseline ${file}:${line}`)
        .sort()
        .reverse(),
    );
  });

  it("are shown on request, marked", async () => {
    await baseline();
    expect((await audit()).out).not.toContain("Tickets");
    expect((await audit("--show-suppressed")).out).toContain(
      `:11:3  suppressed error  promotion/spec-exists\n  “Tickets” is promoted to Spec 009, but specs has no 009-* directory.\n  claim  Tickets -> Spec 009\n`,
    );
    expect((await audit("--show-suppressed")).out).toContain(
      `  hidden it was there when the baseline was written (${file}:6)\n`,
    );
  });
});

describe("a baseline that is there", () => {
  it("is counted: a second finding of the same kind is new", async () => {
    await baseline();
    write(queue, `${text}- \`Refunds\`\n`);
    expect((await json()).summary).toMatchObject({ errors: 2, suppressed: 3 });
  });

  it("does not grow by itself", async () => {
    await baseline();
    write(queue, `${text}- Ushers -> Spec 011\n`);
    const { code, err } = await baseline();
    expect(code).toBe(2);
    expect(err).toBe(
      `queue-lint: 1 finding is not in the baseline, and it does not grow by itself.\n  at ${file}\n  “queue-lint --baseline ${file}” shows them: correct them, or accept them with “queue-lint baseline --add”.\n`,
    );
    expect(counts()).toEqual(recorded);
    expect((await baseline("--add")).err).toBe(`Written to ${file}: 4 findings (1 added, 0 removed).\n`);
    expect(counts()).toEqual({ ...recorded, [`promotion/spec-exists:${queue}:ushers -> 11`]: 1 });
  });

  it("keeps what no longer occurs until it is pruned, and pruning adds nothing", async () => {
    await baseline();
    write(queue, text.replace("- Tickets -> Spec 009\n", "").concat("- Ushers -> Spec 011\n"));
    expect(
      (await json()).findings
        .filter((finding) => !finding.suppressed)
        .map((finding) => `${finding.rule} ${finding.path}:${finding.line}`),
    ).toEqual([`suppression/baseline-stale ${file}:6`, `promotion/spec-exists ${queue}:13`]);
    expect((await baseline("--prune")).err).toBe(`Written to ${file}: 2 findings (0 added, 1 removed).\n`);
    expect(Object.keys(counts())).toEqual(
      Object.keys(recorded).filter((fingerprint) => !fingerprint.includes("tickets")),
    );
  });

  it("is left alone when there is nothing to do", async () => {
    await baseline();
    write(queue, text.replace("- Tickets -> Spec 009\n", ""));
    const before = readFileSync(join(root, file), "utf8");
    expect((await baseline()).err).toBe(
      `${file} stays as it is: 3 findings. 1 finding of it no longer occurs; --prune takes it out.\n`,
    );
    expect(readFileSync(join(root, file), "utf8")).toBe(before);
  });

  it("keeps entries of rules that do not run, and of documents that cannot be read", async () => {
    await baseline();
    await baseline("--prune", "--rule", "promotion/spec-exists:off", "--rule", "promotion/has-target:off");
    expect(counts()).toEqual(recorded);
    write("queue-lint.config.json", JSON.stringify({ queue }));
    write(queue, "\uFFFD");
    writeFileSync(join(root, queue), Buffer.from([0xff, 0xfe, 0x41]));
    await baseline("--prune");
    expect(counts()).toEqual(recorded);
  });

  it("is that of the configuration, which a flag overrules", async () => {
    write("queue-lint.config.json", '{ "baseline": "planning/known.json" }');
    expect((await baseline()).err).toContain("planning/known.json cannot be written: there is no directory");
    write("queue-lint.config.json", '{ "baseline": "known.json" }');
    await baseline();
    expect(existsSync(join(root, "known.json"))).toBe(true);
    expect((await run([], { cwd: root })).code).toBe(0);
    expect((await run(["--no-baseline"], { cwd: root })).code).toBe(1);
    expect((await run(["--no-baseline", "audit"], { cwd: root })).code).toBe(1);
    write("empty.json", '{ "version": 1, "findings": {} }');
    expect((await run(["--baseline", "empty.json"], { cwd: root })).code).toBe(1);
    await baseline("--output", "docs/other.json");
    expect(existsSync(join(root, "docs/other.json"))).toBe(true);
    expect(readdirSync(root).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("is written from anywhere, and named as it can be used from there", async () => {
    write("queue-lint.config.json", "{}");
    const { err } = await run(["baseline"], { cwd: join(root, "docs/product") });
    expect(err).toContain(`Written to ../../${file}`);
    expect((await run(["--baseline", `../../${file}`], { cwd: join(root, "docs/product") })).code).toBe(0);
  });
});

describe("bad input ends with 2, on stderr, and changes nothing", () => {
  it.each([
    ["not JSON", "{", /expected/],
    ["a merge conflict", "{\n<<<<<<< HEAD\n}\n", /merge conflict.*\n {2}at \.queue-lint-baseline\.json:2:1/],
    ["a negative count", '{ "version": 1, "findings": { "x": -1 } }', /`-1`/],
    ["another version", '{ "version": 9, "findings": {} }', /version 9/],
  ])("%s", async (_, words, message) => {
    write(file, words);
    for (const argv of [["--baseline", file], ["baseline"], ["baseline", "--add", "--prune"]]) {
      const { code, out, err } = await run(argv, { cwd: root });
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toMatch(message);
    }
    expect(readFileSync(join(root, file), "utf8")).toBe(words);
  });

  it.each([
    [["--baseline", "nowhere.json"], "does not exist"],
    [["--baseline", "docs"], "it is a directory"],
    [["--baseline", "../out.json"], "outside"],
    [["--baseline", ""], "empty"],
    [["--baseline"], "--baseline needs a value"],
    [["baseline", "--output", "../out.json"], "outside"],
    [["baseline", "--output", "docs"], "it is a directory"],
    [["baseline", "--prune"], "no baseline to prune"],
    [["baseline", "--baseline", "x.json"], "There is no flag “--baseline”"],
    [["--baseline", "x.json", "next"], "“next” has no flag --baseline"],
  ])("%j", async (argv, words) => {
    const { code, err } = await run(argv, { cwd: root });
    expect(code).toBe(2);
    expect(err).toContain(words);
    expect(existsSync(join(root, file))).toBe(false);
  });

  it("a baseline in the configuration that is not there stops the audit, and nothing else", async () => {
    write("queue-lint.config.json", '{ "baseline": "known.json" }');
    expect((await run([], { cwd: root })).code).toBe(2);
    expect((await run(["entries"], { cwd: root })).code).toBe(0);
    write("queue-lint.config.json", '{ "baseline": "../known.json" }');
    expect((await run(["entries"], { cwd: root })).err).toContain("leaves the repository");
  });
});
