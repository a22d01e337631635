import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { checkCase, updateWanted } from "./rule-case.ts";
import { fixturesRoot, knownOutcome, listCases } from "./rule-cases.ts";

const update = updateWanted(process.env);
const cases = listCases(fixturesRoot, rules);

it("finds cases", () => {
  expect(cases.length).toBeGreaterThan(0);
});

describe.each(rules.map((rule) => rule.id))("%s", (id) => {
  const own = cases.filter((one) => one.rule.id === id);
  it("has cases", () => {
    expect(own).not.toEqual([]);
  });
  for (const one of own) {
    it(one.name, () => {
      checkCase(one, { rules, update, outcome: knownOutcome(one) });
    });
  }
});
