import { describe, expect, it } from "vitest";
import { didYouMean, nearestWord } from "../../src/config/nearest-word.ts";

const ids = ["promotion/spec-exists", "promotion/once", "reference/spec-known", "scope/not-empty"];

describe("nearestWord", () => {
  it.each([
    ["promotion/spec-exist", "promotion/spec-exists"],
    ["spec-exists", "promotion/spec-exists"],
    ["Promotion/Once", "promotion/once"],
    ["spec-knwon", "reference/spec-known"],
    ["references/spec-known", "reference/spec-known"],
    ["scop/not-empty", "scope/not-empty"],
  ])("takes %s for %s", (word, id) => {
    expect(nearestWord(word, ids)).toBe(id);
  });

  it("takes a beginning for the whole", () => {
    expect(nearestWord("warn", ["error", "warning", "info", "off"])).toBe("warning");
  });

  it.each(["banana", "", "x", "y".repeat(5_000_000)])("makes nothing of what is not close", (word) => {
    expect(nearestWord(word, ids)).toBeUndefined();
    expect(didYouMean(word, ids)).toBe("");
  });
});
