import { expect, it } from "vitest";
import { shellWord } from "../../src/core/shell-word.ts";

it.each([
  [".queue-lint-baseline.json", ".queue-lint-baseline.json"],
  ["C:/work/shop", "C:/work/shop"],
  ["docs/known findings.json", '"docs/known findings.json"'],
  ["a;b", '"a;b"'],
  ['say "so".json', '"say \\"so\\".json"'],
  ["$HOME/x", '"\\$HOME/x"'],
  ["", '""'],
])("%s is typed as %s", (word, typed) => {
  expect(shellWord(word)).toBe(typed);
});
