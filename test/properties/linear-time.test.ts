import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { lintSnapshot } from "../../src/lint.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { worstInputs } from "./worst-inputs.ts";

/** Every rule is on, heuristics too. */
const severities = Object.fromEntries(rules.map((rule) => [rule.id, rule.definition.meta.severity]));
const size = 100;
/** Four times the size takes four times as long when time is linear, sixteen times when it is quadratic. */
const mostGrowth = 8;
/** What every audit takes, however small it is, in milliseconds: without it, noise would be compared with noise. */
const floor = 8;

type Files = Readonly<Record<string, string>>;

/** Milliseconds of one whole audit, from the parser to the findings. */
function timeOf(files: Files): number {
  const snapshot = memorySnapshot(files);
  const config = resolveConfig({}, { snapshot, rules, overrides: { rules: severities } });
  const start = performance.now();
  lintSnapshot(snapshot, config);
  return performance.now() - start;
}

/** How much longer four times as much takes. The shortest of several runs counts: whatever else the machine does makes runs longer, never shorter. */
function growth(make: (size: number) => Files, start: number): number {
  const [small, large] = [make(start), make(4 * start)];
  let [least, most] = [Infinity, Infinity];
  for (let round = 0; round < 5; round += 1) {
    least = Math.min(least, timeOf(small));
    most = Math.min(most, timeOf(large));
    if (round > 0 && most < mostGrowth * Math.max(least, floor)) break;
  }
  return most / Math.max(least, floor);
}

describe("an audit takes time in proportion to", () => {
  it.each(Object.entries(worstInputs))("%s", (_, make) => {
    timeOf(make(8));
    expect(growth(make, size)).toBeLessThan(mostGrowth);
  });

  it("1,600 entries of one document, against 400", () => {
    const make = worstInputs["entries with fields"];
    expect(make === undefined ? Infinity : growth(make, 400)).toBeLessThan(mostGrowth);
  });
});
