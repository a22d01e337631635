import { describe, expect, it } from "vitest";
import { performanceSection } from "../../scripts/bench/performance-section.ts";
import { isMet, targetRows, targets, type TargetId } from "../../scripts/bench/targets.ts";

describe("isMet", () => {
  it.each([
    ["at least", [40, 41], [39.99]],
    ["at most", [40, 39.9], [40.001]],
    ["less than", [39.999], [40, 41]],
  ] as const)("holds figures to “%s 40”", (bound, met, missed) => {
    const outcome = (figure: number): boolean => isMet({ ...targets.warm, bound, limit: 40 }, figure);
    expect(met.map(outcome)).not.toContain(false);
    expect(missed.map(outcome)).not.toContain(true);
  });

  it("calls no target met without a number", () => {
    for (const target of Object.values(targets)) expect(isMet(target, Number.NaN)).toBe(false);
  });
});

describe("targetRows", () => {
  it("lists every target, also those that were not measured, and says which were missed", () => {
    const rows = targetRows(
      new Map<TargetId, number | string>([
        ["warm", 2.404],
        ["memory", 310.2],
        ["watch", "not available: no `--watch`"],
      ]),
    );
    expect(rows).toHaveLength(Object.keys(targets).length);
    expect(rows.map(([, wanted, measured, met]) => `${wanted}: ${measured}, ${met}`)).toEqual(
      expect.arrayContaining([
        "at most 4 times: 2.40 times, met",
        "at most 180 MB: 310 MB, missed",
        "at most 2 times: not available: no `--watch`, –",
        "at least 40 times: left out, –",
      ]),
    );
  });
});

it("performanceSection says on what, how often, and what came out", () => {
  const medians = [{ measure: { title: "Cold", unit: "ms" as const }, values: new Map([["node -e 0", 41.6]]) }];
  const section = performanceSection({
    machine: [["Node", "v20"]],
    runs: 7,
    outcomes: new Map<TargetId, number>([["growth", 0.684]]),
    medians,
  });
  for (const part of ["| Node | v20 |", "| 0.68 | met |", "### Medians of 7 runs", "| Cold | `node -e 0` | 42 ms |"])
    expect(section.replaceAll(/ {2,}/g, " ")).toContain(part);
});
