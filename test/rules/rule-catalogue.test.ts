import { expect, it } from "vitest";
import { readCatalogue } from "./rule-catalogue.ts";

it("reads ids, severities and classes from the tables", () => {
  const text =
    "# Title\n\n| id | claim | sev | class | fix |\n|---|---|---|---|---|\n| a/b-c | words | E | F | – |\n| a/d | words | I, off | H | suggest |\n| a/e | words | W | G | – |\n";
  expect(readCatalogue(text)).toEqual([
    { id: "a/b-c", severity: "error", class: "fact", off: false },
    { id: "a/d", severity: "info", class: "heuristic", off: true },
    { id: "a/e", severity: "warning", class: "history", off: false },
  ]);
});

it("refuses letters that it does not know", () => {
  expect(() => readCatalogue("| a/b | words | X | F | – |")).toThrow("gives a/b the severity “X”");
});
