import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { distinctFingerprints, sortFindings } from "../../src/engine/sort-findings.ts";

function finding(over: Partial<Finding>): Finding {
  return {
    rule: "a/a",
    severity: "error",
    message: "M.",
    path: "q.md",
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 2,
    claim: { text: "c", path: "q.md", line: 1 },
    fact: { text: "f" },
    url: "u",
    fingerprint: "a/a:q.md:x",
    suppressed: false,
    ...over,
  };
}

describe("findings", () => {
  const sorted = [
    finding({ path: "B.md", line: 9 }),
    finding({ path: "a.md", line: 2, column: 9 }),
    finding({ path: "a.md", line: 10 }),
    finding({ path: "a.md", line: 10, column: 2 }),
    finding({ path: "a.md", line: 10, column: 2, rule: "b/a" }),
    finding({ path: "a.md", line: 10, column: 2, rule: "b/a", message: "N." }),
  ];

  it("stand in one order, wherever they come from", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
        expect(sortFindings(shuffled)).toEqual(sorted);
      }),
    );
  });
});

describe("fingerprints", () => {
  const names = (...given: readonly string[]): string[] =>
    distinctFingerprints(given.map((fingerprint) => finding({ fingerprint }))).map(({ fingerprint }) => fingerprint);

  it("are counted in order", () => {
    expect(names("x", "y", "x", "x", "y")).toEqual(["x", "y", "x#2", "x#3", "y#2"]);
  });

  it("never meet an identity that looks counted itself", () => {
    expect(names("x", "x#2", "x", "x#2")).toEqual(["x", "x#2", "x#3", "x#2#2"]);
  });

  it("are distinct and keep the first as it is", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("x", "y", "x#2", "x#3", "x#2#2")), (given) => {
        const made = names(...given);
        expect(new Set(made).size).toBe(given.length);
        for (const name of new Set(given)) expect(made[given.indexOf(name)]).toBe(name);
      }),
    );
  });
});
