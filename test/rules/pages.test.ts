import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { formatGolden } from "./golden.ts";
import { pageSections, readRulePage } from "./rule-page.ts";
import { runRule } from "./run-rule.ts";

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  const path = join(import.meta.dirname, `../../docs/rules/${rule.id}.md`);
  const page = readRulePage(existsSync(path) ? readFileSync(path, "utf8") : "");

  it("has the sections of every page, and something in each", () => {
    expect(page.sections).toEqual(pageSections);
    expect(page.emptySections.filter((title) => title !== "Options")).toEqual([]);
  });

  it("has incorrect and correct examples", () => {
    expect(new Set(page.examples.map((example) => example.kind))).toEqual(new Set(["incorrect", "correct"]));
  });

  for (const { kind, title, line, files } of page.examples) {
    it(`${kind === "incorrect" ? "reports" : "accepts"} the ${kind} example on line ${line} (${title})`, () => {
      const outcome = runRule(rule, files, rules);
      if (kind === "incorrect") expect(outcome.problems, "the rule reports nothing here").not.toEqual([]);
      else expect(formatGolden({ ...outcome, notChecked: [] })).toBe("");
    });
  }
});
