import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { countCases, leastSilentCases } from "../../scripts/precision-table.ts";
import { rules } from "../../rules/index.ts";
import { presetSeverity } from "../../src/config/presets.ts";

const root = join(import.meta.dirname, "../..");
const measured = countCases(root, rules);

describe("what docs/precision.md counts", () => {
  it("has no case that does not hold", () => {
    expect(
      measured
        .filter(({ fire, silent }) => fire.held < fire.cases || silent.held < silent.cases)
        .map(({ rule }) => rule.id),
    ).toEqual([]);
  });

  it("has enough silent cases for every rule that is recommended", () => {
    const recommended = measured.filter(({ rule }) => presetSeverity("recommended", rule) !== "off");
    expect(recommended.length).toBeGreaterThan(50);
    expect(recommended.filter(({ silent }) => silent.cases < leastSilentCases).map(({ rule }) => rule.id)).toEqual([]);
  });
});
