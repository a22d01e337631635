import fc from "fast-check";
import { expect, it } from "vitest";
import { circularSteps } from "../../src/rule-api/queries/circular-steps.ts";
import { cycles, type Step } from "../../src/rule-api/queries/cycles.ts";

const steps = (...pairs: string[]): Step[] => pairs.map((pair) => ({ from: pair[0]!, to: pair[1]! }));
const paths = (found: readonly (readonly Step[])[]): string[] =>
  found.map((circle) => circle.map((step) => step.from).join(""));

it.each([
  [["ab", "bc", "ca"], ["abc"]],
  [["bc", "ca", "ab"], ["bca"]],
  [["aa"], ["a"]],
  [["ab", "ba", "ab"], ["ab"]],
  [["xa", "ab", "bc", "cb"], ["bc"]],
  [["ab", "ac", "bd", "cd"], []],
  [
    ["ab", "ba", "cd", "dc"],
    ["ab", "cd"],
  ],
  [
    ["ab", "bc", "ca", "bd", "da"],
    ["abc", "abd"],
  ],
])("the circles of %j are %j", (pairs, expected) => {
  expect(paths(cycles(steps(...pairs)))).toEqual(expected);
});

it("walks a chain as long as a document, and its circle", () => {
  const chain = Array.from({ length: 30_000 }, (_, index) => ({ from: String(index), to: String(index + 1) }));
  expect(cycles(chain)).toEqual([]);
  expect(cycles([...chain, { from: "30000", to: "0" }])[0]).toHaveLength(30_001);
});

it("finds whole circles only, each once, and one whenever there is one", () => {
  const node = fc.constantFrom(..."abcdef");
  fc.assert(
    fc.property(fc.array(fc.record({ from: node, to: node }), { maxLength: 14 }), (all) => {
      const found = cycles(all);
      for (const circle of found)
        circle.forEach((step, index) => {
          expect(step.to).toBe(circle[(index + 1) % circle.length]!.from);
        });
      expect(new Set(paths(found)).size).toBe(found.length);
      const used = new Set(found.flat());
      // Without the steps of the circles that were found, nothing leads back.
      expect(
        cycles(
          all.filter(
            (step) => !used.has(step) && !found.flat().some(({ from, to }) => from === step.from && to === step.to),
          ),
        ),
      ).toEqual([]);
    }),
  );
});

it("lists the first circles only where everything depends on everything, and knows every step of them", () => {
  const nodes = Array.from({ length: 60 }, (_, index) => String(index));
  const all = nodes.flatMap((from) => nodes.filter((to) => to !== from).map((to) => ({ from, to })));
  const found = cycles(all);
  expect(found.length).toBeGreaterThan(10);
  expect(found.flat().length).toBeLessThan(all.length + 1_000);
  expect(circularSteps(all).size).toBe(all.length);
});

it("circular steps are those from which one comes back, and no others", () => {
  const node = fc.constantFrom(..."abcdef");
  fc.assert(
    fc.property(fc.array(fc.record({ from: node, to: node }), { maxLength: 14 }), (all) => {
      const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
        from === to ||
        (!seen.has(from) && all.some((step) => step.from === from && reaches(step.to, to, seen.add(from))));
      expect([...circularSteps(all)]).toEqual(all.filter(({ from, to }) => reaches(to, from)));
    }),
  );
});
