import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failureText } from "../../scripts/fuzz/failure-text.ts";
import { fuzzTarget } from "../../scripts/fuzz/fuzz-target.ts";
import { loadTargets } from "../../scripts/fuzz/load-targets.ts";
import { reduceFiles } from "../../scripts/fuzz/reduce-files.ts";

/** The same cases in every run, so that nobody's pull request fails for what it did not do; other seeds are tried by hand. */
const seed = 20_261_123;
const cases = 12;
const targets = [...(await loadTargets())];

describe("fuzzing breaks nothing in", () => {
  it.each(targets)("%s", (name, target) => {
    const failure = target.run({ cases, seed });
    expect(failure === undefined ? "" : failureText(name, failure, seed)).toBe("");
  });
});

describe("a target that breaks", () => {
  const words = fc
    .array(fc.constantFrom("one", "two", "three", "\n"), { maxLength: 40 })
    .map((list) => ({ "a.md": list.join(" "), "b.md": "words" }));
  const target = fuzzTarget({
    description: "made up",
    input: words,
    check: (files: Readonly<Record<string, string>>) => {
      if (files["a.md"]?.includes("three") === true) throw new Error("it holds three");
    },
    reduce: reduceFiles,
  });
  const failure = target.run({ cases: 1000, seed });

  it("hands back an input that holds nothing that the failure does not need", () => {
    expect(failure).toMatchObject({
      input: JSON.stringify({ "a.md": "three" }, null, 2),
      error: new Error("it holds three"),
    });
  });

  it("breaks again at once with its seed and path", () => {
    expect(target.run({ cases: 1, seed, path: failure?.path })).toEqual(failure);
  });

  it("is told with the input, the reason and the command that repeats it", () => {
    expect(failure === undefined ? "" : failureText("queue", failure, seed)).toMatch(
      /^\{\n {2}"a\.md": "three"\n\}\nError: it holds three\n[\s\S]*\nAgain: npm run fuzz -- --target queue --seed 20261123 --path "[\d:]+"$/,
    );
  });
});
