import { expect, it } from "vitest";
import { commonWords, likeness } from "../../src/rule-api/queries/title-likeness.ts";

it.each([
  ["Volunteer rota", "The rota for volunteers", 1],
  ["Volunteer rota v1", "Volunteer rota v2", 1],
  ["Kitchen inventory", "Kitchen inventori", 1],
  ["Volunteer rota", "Volunteer badges", 0.5],
  ["Volunteer rota", "Tide tables", 0],
  ["Glass roof", "Glas roof", 0.5],
  ["v1", "v1", 0],
  ["", "", 0],
])("%j and %j are alike by %d", (one, other, score) => {
  expect(likeness(one, other)).toBe(score);
  expect(likeness(other, one)).toBe(score);
});

it("tells the common words", () => {
  expect(commonWords("Export of tide tables", "Tide table import")).toEqual(["tide", "table"]);
});
