import { expect, it } from "vitest";
import { suppressionState } from "../../src/rule-api/index.ts";

it.each([
  ["because", undefined, "in force"],
  ["", undefined, "without reason"],
  ["", "2020-01-01", "without reason"],
  ["because", "2026-11-22", "expired"],
  ["because", "2026-11-23", "in force"],
  ["because", "2028-02-29", "in force"],
  ["because", "2027-02-29", "undated"],
  ["because", "2100-02-29", "undated"],
  ["because", "2026-13-01", "undated"],
  ["because", "2026-12-00", "undated"],
  ["because", "2026-04-31", "undated"],
  ["because", "2026-12", "undated"],
  ["because", "2026-12-1", "undated"],
  ["because", "31.12.2026", "undated"],
  ["because", "", "undated"],
] as const)("with the reason “%s” and the date %s is %s", (reason, until, state) => {
  expect(suppressionState({ reason, until }, "2026-11-23")).toBe(state);
});
