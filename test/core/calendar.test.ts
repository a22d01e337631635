import { expect, it } from "vitest";
import { dayAfter, isCalendarDay, lastDayOf } from "../../src/core/calendar.ts";

it.each([
  ["2026-05-01", true],
  ["2024-02-29", true],
  ["2000-02-29", true],
  ["2026-02-29", false],
  ["2100-02-29", false],
  ["2026-04-31", false],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["2026-01-00", false],
  ["2026-1-1", false],
  ["2026-05-01T10:00", false],
  ["", false],
])("%j is a day: %j", (text, is) => {
  expect(isCalendarDay(text)).toBe(is);
});

it.each([
  ["2026-05-01", "2026-05-02"],
  ["2026-02-28", "2026-03-01"],
  ["2028-02-28", "2028-02-29"],
  ["2026-12-31", "2027-01-01"],
])("after %s comes %s", (day, next) => {
  expect(dayAfter(day)).toBe(next);
});

it("knows how long months are", () => {
  expect([lastDayOf(2026, 2), lastDayOf(2028, 2), lastDayOf(2026, 11), lastDayOf(2026, 12)]).toEqual([
    "2026-02-28",
    "2028-02-29",
    "2026-11-30",
    "2026-12-31",
  ]);
});
