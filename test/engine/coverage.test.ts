import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildModel } from "../../src/build-model.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { RunnableRule } from "../../src/engine/run-rule.ts";
import { runRules } from "../../src/engine/run-rules.ts";
import { defineRule, noOptions, type RuleContext } from "../../src/rule-api/index.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

type Check = (context: RuleContext<unknown, "bad">) => void;

const titles = ["Apple tree", "Pear tree", "Plum tree", "Fig tree"];
const snapshot = memorySnapshot({
  "docs/product/spec-candidates.md": `# Q\n\n## Active\n\n${titles.map((title) => `- \`${title}\`: a.\n`).join("")}`,
  "specs/001-a/": "",
  "specs/002-b/": "",
});
const model = buildModel(snapshot, resolveConfig({}, { snapshot, rules: [] }).settings);

function rule(id: string, check: Check, severity: RunnableRule["severity"] = "error"): RunnableRule {
  const meta = { description: "Made up", severity, class: "fact", since: "0.0.0" } as const;
  return {
    id,
    severity,
    options: {},
    definition: defineRule({
      meta,
      options: noOptions,
      messages: { bad: { message: "Bad.", fact: "not there" } },
      check,
    }),
  };
}

const candidates: Check = ({ claims, report }) => report("bad", claims.of("candidate")[0]!);
const directories: Check = ({ facts, report }) =>
  facts.specs.all.forEach((spec) => report("bad", { text: spec.text, location: spec.location }));

describe("what was examined", () => {
  it("are the claims of the kinds that rules asked for, and nothing else", () => {
    expect(runRules([rule("a/a", () => undefined)], model).coverage).toEqual({
      examined: 0,
      held: 0,
      broken: 0,
      notChecked: 0,
    });
    expect(runRules([rule("a/a", candidates)], model).coverage).toEqual({
      examined: 4,
      held: 3,
      broken: 1,
      notChecked: 0,
    });
  });

  it("counts a directory by its place, also when two rules report it", () => {
    expect(runRules([rule("a/a", directories), rule("a/b", directories)], model).coverage).toEqual({
      examined: 2,
      held: 0,
      broken: 2,
      notChecked: 0,
    });
    expect(runRules([rule("a/a", directories, "info")], model).coverage).toEqual({
      examined: 2,
      held: 2,
      broken: 0,
      notChecked: 0,
    });
    expect(runRules([rule("a/a", directories), rule("a/b", directories, "info")], model).coverage).toEqual({
      examined: 2,
      held: 0,
      broken: 2,
      notChecked: 0,
    });
  });

  it("is broken when one rule breaks what another could not check", () => {
    const unsure = rule("a/b", ({ claims, notChecked }) =>
      claims
        .of("candidate")
        .slice(0, 2)
        .forEach((one) => notChecked("unknown", one)),
    );
    expect(runRules([rule("a/a", candidates), unsure], model).coverage).toEqual({
      examined: 4,
      held: 2,
      broken: 1,
      notChecked: 1,
    });
  });

  it("adds nothing for a rule that could not run at all, but names it", () => {
    const run = runRules(
      [
        rule("b/b", ({ notChecked }) => notChecked("no ledger")),
        rule("a/a", ({ notChecked }) => ["x", "y", "x"].forEach((reason) => notChecked(reason))),
      ],
      model,
    );
    expect(run.coverage.examined).toBe(0);
    expect(run.notChecked).toEqual([
      { rule: "a/a", reason: "x" },
      { rule: "a/a", reason: "y" },
      { rule: "b/b", reason: "no ledger" },
    ]);
  });
});

it("always adds up, and no part of a result depends on the order of rules", () => {
  const verdict = fc.record({
    severity: fc.constantFrom("error" as const, "warning" as const, "info" as const),
    asks: fc.boolean(),
    broken: fc.subarray([0, 1, 2, 3]),
    open: fc.subarray([0, 1, 2, 3]),
    directories: fc.boolean(),
  });
  const rules = fc.array(verdict, { minLength: 1, maxLength: 5 }).map((all) =>
    all.map(({ severity, asks, broken, open, directories: reports }, index) =>
      rule(
        `a/r${index}`,
        (context) => {
          const claims = asks ? context.claims.of("candidate") : [];
          for (const [position, claim] of claims.entries()) {
            if (broken.includes(position)) context.report("bad", claim);
            if (open.includes(position)) context.notChecked("unknown", claim);
          }
          if (reports) directories(context);
        },
        severity,
      ),
    ),
  );
  fc.assert(
    fc.property(
      rules.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([ordered, shuffled]) => {
        const run = runRules(ordered, model);
        expect(runRules(shuffled, model)).toEqual(run);
        expect(run.coverage.held + run.coverage.broken + run.coverage.notChecked).toBe(run.coverage.examined);
        expect(Math.min(...Object.values(run.coverage))).toBeGreaterThanOrEqual(0);
        expect(new Set(run.findings.map(({ fingerprint }) => fingerprint)).size).toBe(run.findings.length);
      },
    ),
  );
});
