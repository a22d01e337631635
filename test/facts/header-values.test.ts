import { expect, it } from "vitest";
import { headerValues } from "../../src/facts/header-values.ts";

const labels = ["parent spec", "variant of"];

it.each([
  ["**Parent Spec**: [002-seats](../002-seats/spec.md)", "[002-seats](../002-seats/spec.md)"],
  ["- Parent spec: `002-seats`", "`002-seats`"],
  ["> **Variant of:** Spec 002", "Spec 002"],
  ["| Parent Spec | 002_seats |", "002_seats"],
  ["---\nparent_spec: 002-seats\n---", "002-seats"],
  ["---\nparent spec:\n  - 002-seats\nstatus: Draft\n---", "002-seats"],
])("reads a field of the header: %s", (text, value) => {
  expect(headerValues(`${text}\n\n# Seats\n`, labels)).toEqual([value]);
});

it.each([
  "## Details\n\n**Parent Spec**: 002-seats",
  "```\nParent Spec: 002-seats\n```",
  "The parent spec: 002-seats, is older.",
  "**Parents**: 002-seats",
  "parent spec://002-seats",
])("takes nothing else for one: %s", (text) => {
  expect(headerValues(`# Seats\n\n${text}\n`, labels)).toEqual([]);
});
