import { expect, it } from "vitest";
import { nearest } from "../../src/core/nearest.ts";

it.each([
  ["roadmpa.md", ["readme.md", "roadmap.md"], "roadmap.md"],
  ["ROADMAP.md", ["roadmap.md"], "roadmap.md"],
  ["customer-review", ["customer-portal-and-more"], undefined],
  ["ui", ["qa"], undefined],
  ["ab", ["abc", "abcd"], "abc"],
  ["", ["ab"], undefined],
  ["x", [], undefined],
])("the nearest to %j in %j is %j", (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

it("keeps to a limit of its own, and to the first of two that are as near", () => {
  expect(nearest("abcdef", ["abcxyz"], 2)).toBeUndefined();
  expect(nearest("abcdef", ["abcxef", "abcdex"], 2)).toBe("abcxef");
});
