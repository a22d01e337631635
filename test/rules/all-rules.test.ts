import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import type { RunResult } from "../../src/engine/run-rules.ts";
import { auditSnapshot } from "../../src/lint.ts";
import { openTree } from "./case-tree.ts";
import { fixFaults, togetherFaults } from "./fix-faults.ts";
import { formatGolden } from "./golden.ts";
import { fixturesRoot, knownFiles, listCases, type RuleCase } from "./rule-cases.ts";
import { outcomeOf, type RepositoryFiles } from "./run-rule.ts";

const cases = listCases(fixturesRoot, rules);

const kept = new Map<RuleCase, RunResult>();

/** What is found in a case with every rule on. */
function everything(one: RuleCase): RunResult {
  const known = kept.get(one) ?? auditSnapshot(openTree(knownFiles(one), rules, rules)).run;
  kept.set(one, known);
  return known;
}

describe.each(rules.map((rule) => [rule.id, rule] as const))("all rules over the cases of %s", (id, rule) => {
  const own = cases.filter((one) => one.rule === rule);

  it("find the same in any order of rules and files", () => {
    expect(own).not.toEqual([]);
    for (const one of own) {
      const tree = openTree(reversed(knownFiles(one)), rules, rules);
      const config = { ...tree.config, rules: [...tree.config.rules].reverse() };
      const [found, again] = [everything(one), auditSnapshot({ ...tree, config }).run].map((run) =>
        outcomeOf(run, tree.snapshot),
      );
      expect(formatGolden({ ...again!, notChecked: [] }), one.name).toBe(formatGolden({ ...found!, notChecked: [] }));
      expect(new Set(again!.notChecked), one.name).toEqual(new Set(found!.notChecked));
    }
  });

  it("have fixes that settle their finding, lose nothing, break nothing and are done at once, alone and together", () => {
    for (const one of own.filter((some) => everything(some).findings.some(({ fix }) => fix !== undefined))) {
      const tree = openTree(knownFiles(one), rules, [rule]);
      const fixable = auditSnapshot(tree).run.findings.filter(({ fix }) => fix !== undefined);
      const alone = one.kind === "bad" ? fixable.filter((finding) => finding.rule === id) : [];
      expect(
        alone.flatMap((finding) => fixFaults(finding, tree)),
        one.name,
      ).toEqual([]);
      if (fixable.length > 0) expect(togetherFaults(tree), one.name).toEqual([]);
    }
  });
});

function reversed(files: RepositoryFiles): RepositoryFiles {
  return Object.fromEntries(Object.entries(files).reverse());
}
