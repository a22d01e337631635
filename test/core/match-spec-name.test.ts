import { expect, it } from "vitest";
import { matchSpecName } from "../../src/core/match-spec-name.ts";

it("reads number and slug of names that a file system takes", () => {
  const pattern = /^(?<number>\d+)-(?<slug>.+)$/;
  expect(matchSpecName(pattern, "007-berth-map")).toEqual({ number: "007", slug: "berth-map" });
  expect(matchSpecName(pattern, `1-${"a".repeat(253)}`)?.number).toBe("1");
  expect([matchSpecName(pattern, "berth-map"), matchSpecName(pattern, `1-${"a".repeat(254)}`)]).toEqual([
    undefined,
    undefined,
  ]);
});
