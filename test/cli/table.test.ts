import { expect, it } from "vitest";
import { table } from "../../src/cli/table.ts";

const rows = [
  ["rule", "what it checks"],
  ["a/b", "one two three four five six seven eight"],
  ["座席", "nine"],
];

it("aligns by what a terminal shows", () => {
  expect(table(rows)).toBe("rule  what it checks\na/b   one two three four five six seven eight\n座席  nine\n");
});

it("goes on below the last column at the edge of the terminal", () => {
  expect(table(rows, 38)).toBe(
    "rule  what it checks\na/b   one two three four five six\n      seven eight\n座席  nine\n",
  );
});

it("leaves a column that would be too narrow as it is", () => {
  expect(table(rows, 20)).toBe(table(rows));
});
