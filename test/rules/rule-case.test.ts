import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defineRule, z, type Rule } from "../../src/rule-api/index.ts";
import { readCaseFiles } from "./case-files.ts";
import { checkCase, updateWanted } from "./rule-case.ts";
import { listCases, runCase } from "./rule-cases.ts";

/** A rule made for these tests: no entry is called “Nameless”, unless the options allow it. */
const named: Rule = {
  id: "test/named",
  definition: defineRule({
    meta: { description: "Require entries to be named", severity: "error", class: "heuristic", since: "0.1.0" },
    options: z.strictObject({ allow: z.boolean().default(false).describe("Allow it.") }),
    messages: { nameless: { message: "“{title}” is no name.", fact: "the title says nothing", help: "Name it." } },
    check({ claims, options, report, notChecked }) {
      for (const candidate of claims.of("candidate")) {
        if (candidate.title === "Unknowable") notChecked("it cannot be known", candidate);
        if (candidate.title === "Nameless" && !options.allow)
          report("nameless", candidate, { data: { title: candidate.title } });
      }
    },
  }),
};
const rules = [named];
const queue = (title: string) => `# Queue\n\n## Active\n\n- \`${title}\`: some work.\n`;
const golden =
  "docs/spec-candidates.md:5:3 nameless\n  says   “Nameless” is no name.\n  claim  Nameless: some work.\n  truth  the title says nothing\n  help   Name it.\n";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "queue-lint-cases-"));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

function check(update = false): void {
  const cases = listCases(root, rules);
  expect(cases).not.toEqual([]);
  for (const one of cases) checkCase(one, { rules, update });
}

const bad = "test/named/bad-nameless";
const badGolden = () => join(root, bad, "expected.txt");

describe("a case is refused", () => {
  it("when it is bad and nothing is found", () => {
    write({ [`${bad}/docs/spec-candidates.md`]: queue("Named"), [`${bad}/expected.txt`]: "" });
    expect(() => check()).toThrow(
      "test/named bad-nameless: a bad case must have a finding, but test/named reports nothing.",
    );
  });

  it("when it is bad and could not be checked, with the reason", () => {
    write({ [`${bad}/docs/spec-candidates.md`]: queue("Unknowable") });
    expect(() => check()).toThrow("reports nothing (not checked: it cannot be known)");
  });

  it("when it is ok and something is found", () => {
    write({ "test/named/ok-named/docs/spec-candidates.md": queue("Nameless") });
    expect(() => check()).toThrow("test/named ok-named: an ok case must have no finding");
  });

  it("when it is ok and has a golden", () => {
    write({ "test/named/ok-named/docs/spec-candidates.md": queue("Named"), "test/named/ok-named/expected.txt": "" });
    expect(() => check()).toThrow("an ok case has no expected.txt");
  });

  it("when its golden is missing, and shows what would stand there", () => {
    write({ [`${bad}/docs/spec-candidates.md`]: queue("Nameless") });
    expect(() => check()).toThrow(
      `there is no expected.txt. Run “npm run update-fixtures”, then read what it wrote:\n\n${golden}`,
    );
  });

  it("when its golden differs, with both texts for the diff", () => {
    write({
      [`${bad}/docs/spec-candidates.md`]: queue("Nameless"),
      [`${bad}/expected.txt`]: golden.replace(":5:", ":6:"),
    });
    expect(() => check()).toThrow(
      expect.objectContaining({ actual: golden, expected: golden.replace(":5:", ":6:") }) as Error,
    );
  });

  it("when its folder is named otherwise", () => {
    write({ "test/named/nameless/docs/spec-candidates.md": queue("Nameless") });
    expect(() => check()).toThrow(/nameless is no case: name it ok-<what> or bad-<what>/);
  });

  it("when its rule is unknown", () => {
    write({ "test/renamed/bad-nameless/docs/spec-candidates.md": queue("Nameless") });
    expect(() => check()).toThrow("holds cases of test/renamed, but there is no such rule");
  });

  it("when a file stands beside the cases", () => {
    write({ "test/named/notes.md": "" });
    expect(() => check()).toThrow("stands where only folders may stand, each of a case");
  });

  it("when its configuration turns the rule off, or cannot be read", () => {
    write({ [`${bad}/queue-lint.config.json`]: '{ "rules": { "test/named": "off" } }' });
    expect(() => check()).toThrow("queue-lint.config.json turns test/named off, so there is nothing to test.");
    write({ [`${bad}/queue-lint.config.json`]: '{ "rulez": {} }' });
    expect(() => check()).toThrow("Unknown key “rulez”");
  });
});

describe("a case is run", () => {
  it("with its golden, a heuristic included", () => {
    write({ [`${bad}/docs/spec-candidates.md`]: queue("Nameless"), [`${bad}/expected.txt`]: golden });
    expect(() => check()).not.toThrow();
  });

  it("with its own configuration", () => {
    const allow = { rules: { "test/named": ["warning", { allow: true }] } };
    write({
      "test/named/ok-allowed/docs/spec-candidates.md": queue("Nameless"),
      "test/named/ok-allowed/queue-lint.config.json": JSON.stringify(allow),
    });
    expect(() => check()).not.toThrow();
  });

  it("with line endings, marks and broken encodings as they are, without golden and .gitkeep", () => {
    write({
      [`${bad}/a.md`]: "\uFEFFone\r\ntwo",
      [`${bad}/b.md`]: Uint8Array.of(0xc3, 0x28),
      [`${bad}/specs/001-a/.gitkeep`]: "",
      [`${bad}/specs/expected.txt`]: "a file of the repository",
      [`${bad}/expected.txt`]: golden,
    });
    expect(readCaseFiles(join(root, bad))).toEqual({
      "a.md": "\uFEFFone\r\ntwo",
      "b.md": { reason: "encoding", detail: expect.any(String) as unknown },
      "specs/": "",
      "specs/001-a/": "",
      "specs/expected.txt": "a file of the repository",
    });
  });

  it("alone: only its own rule reports", () => {
    write({ [`${bad}/docs/spec-candidates.md`]: queue("Nameless") });
    const loud: Rule = {
      id: "test/loud",
      definition: { ...named.definition, meta: { ...named.definition.meta, class: "fact" } },
    };
    const [one] = listCases(root, [loud, named]);
    expect(runCase(one!, [loud, named]).problems).toHaveLength(1);
  });
});

describe("goldens are written", () => {
  it("never by a plain run", () => {
    write({ [`${bad}/docs/spec-candidates.md`]: queue("Nameless") });
    expect(() => check()).toThrow();
    expect(existsSync(badGolden())).toBe(false);
    write({ [`${bad}/expected.txt`]: "stale\n" });
    expect(() => check()).toThrow();
    expect(readFileSync(badGolden(), "utf8")).toBe("stale\n");
  });

  it("on request, so that the next plain run accepts them", () => {
    write({ [`${bad}/docs/spec-candidates.md`]: queue("Nameless"), [`${bad}/expected.txt`]: "stale\n" });
    check(true);
    expect(readFileSync(badGolden(), "utf8")).toBe(golden);
    expect(() => check()).not.toThrow();
  });

  it("not even on request for a bad case that reports nothing, nor for an ok case", () => {
    write({ [`${bad}/docs/spec-candidates.md`]: queue("Named") });
    expect(() => check(true)).toThrow("a bad case must have a finding");
    expect(existsSync(badGolden())).toBe(false);
    rmSync(join(root, bad), { recursive: true });
    write({ "test/named/ok-named/docs/spec-candidates.md": queue("Nameless") });
    expect(() => check(true)).toThrow("an ok case must have no finding");
    expect(existsSync(join(root, "test/named/ok-named/expected.txt"))).toBe(false);
  });

  it("for UPDATE_FIXTURES=1 only, and never in CI", () => {
    expect(updateWanted({})).toBe(false);
    expect(updateWanted({ UPDATE_FIXTURES: "" })).toBe(false);
    expect(updateWanted({ UPDATE_FIXTURES: "true" })).toBe(false);
    expect(updateWanted({ CI: "true" })).toBe(false);
    expect(updateWanted({ UPDATE_FIXTURES: "1" })).toBe(true);
    expect(updateWanted({ UPDATE_FIXTURES: "1", CI: "false" })).toBe(true);
    expect(() => updateWanted({ UPDATE_FIXTURES: "1", CI: "true" })).toThrow(
      "goldens are written and read on a developer's machine only",
    );
  });
});
