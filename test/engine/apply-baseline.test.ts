import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Baseline } from "../../src/core/baseline.ts";
import { startOf } from "../../src/core/location.ts";
import { applyBaseline, judgeBaseline, remaining, type Doubts } from "../../src/engine/apply-baseline.ts";
import { madeUpFinding } from "../reporters/made-up-report.ts";

const baseline = (counts: Readonly<Record<string, number>>): Baseline => ({
  path: "baseline.json",
  text: "",
  entries: Object.entries(counts).map(([fingerprint, count], index) => ({
    fingerprint,
    count,
    text: fingerprint,
    location: { ...startOf("baseline.json"), line: 4 + index },
  })),
});
const findings = (...fingerprints: string[]) =>
  fingerprints.map((fingerprint, index) => madeUpFinding({ fingerprint, line: index + 1 }));
const certain: Doubts = { rule: () => undefined, document: () => undefined };

describe("a baseline hides", () => {
  it("as many findings as it counts, and shows the rest", () => {
    const { findings: marked, counts } = applyBaseline(findings("x", "y", "x", "x"), baseline({ x: 2 }));
    expect(marked.map((finding) => finding.suppressed)).toEqual([true, false, true, false]);
    expect(counts).toEqual(
      new Map([
        ["x", 3],
        ["y", 1],
      ]),
    );
    expect(marked[0]?.suppression).toEqual({
      kind: "baseline",
      reason: "it was there when the baseline was written",
      path: "baseline.json",
      line: 4,
    });
  });

  it("nothing twice: what a comment hides does not use it up", () => {
    const [first, second] = findings("x", "x");
    const commented = {
      ...first!,
      suppressed: true,
      suppression: { kind: "comment", reason: "why", path: "q.md", line: 1 },
    } as const;
    const { findings: marked } = applyBaseline([commented, second!], baseline({ x: 1 }));
    expect(marked.map((finding) => finding.suppression?.kind)).toEqual(["comment", "baseline"]);
  });

  it("nothing when there is none", () => {
    const all = findings("x");
    expect(applyBaseline(all, undefined)).toEqual({ findings: all, counts: new Map([["x", 1]]) });
  });

  it("never more than it counts, and all of that", () => {
    const name = fc.constantFrom("x", "y", "z");
    fc.assert(
      fc.property(fc.array(name), fc.dictionary(name, fc.integer({ min: 1, max: 4 })), (found, counts) => {
        const { findings: marked } = applyBaseline(findings(...found), baseline(counts));
        for (const one of ["x", "y", "z"]) {
          const own = marked.filter((finding) => finding.fingerprint === one);
          expect(own.filter((finding) => finding.suppressed)).toHaveLength(Math.min(own.length, counts[one] ?? 0));
        }
      }),
    );
  });
});

describe("an entry", () => {
  const judge = (
    counts: Readonly<Record<string, number>>,
    found: readonly (readonly [string, number])[],
    doubts = certain,
  ) => judgeBaseline(baseline(counts), new Map(found), doubts);

  it("is left as often as it occurs", () => {
    expect(
      judge({ "a/a:q.md:x": 3, "a/a:q.md:y": 1 }, [
        ["a/a:q.md:x", 2],
        ["a/a:q.md:z", 1],
      ]).map((entry) => [entry.occurs, remaining(entry)]),
    ).toEqual([
      [2, 2],
      [0, 0],
    ]);
    expect(judge({ "a/a:q.md:x": 1 }, [["a/a:q.md:x", 5]]).map(remaining)).toEqual([1]);
  });

  it("stays whole when its rule or document proves nothing", () => {
    const doubts = {
      rule: (id: string) => (id === "a/off" ? "off" : undefined),
      document: (rest: string) => (rest.startsWith("gone: a.md:") ? "unreadable" : undefined),
    };
    const entries = judge(
      { "a/off:q.md:x": 2, "a/a:gone: a.md:x": 2, "a/a:q.md:x": 2, "no fingerprint": 1 },
      [["a/a:q.md:x", 1]],
      doubts,
    );
    expect(entries.map((entry) => [entry.unknown, remaining(entry)])).toEqual([
      ["off", 2],
      ["unreadable", 2],
      [undefined, 1],
      [undefined, 0],
    ]);
  });
});
