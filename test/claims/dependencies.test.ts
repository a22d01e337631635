import { expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const named = (value: string) =>
  claimsOf("dependency", `## Active\n\n### Owl count\n\n- **Depends on**: ${value}\n`).map(
    ({ key, marked, target }) => [key, marked, target?.spec],
  );

it.each([
  [
    "`Nest map`, **Bat count**",
    [
      ["nest map", true, undefined],
      ["bat count", true, undefined],
    ],
  ],
  ["[Nest map](#nest-map)", [["nest map", true, undefined]]],
  ["[`Nest map`](#nest-map)", [["nest map", true, undefined]]],
  [
    "Spec 012 (`nest-map`) and Spec 013",
    [
      ["spec 12", true, 12],
      ["spec 13", true, 13],
    ],
  ],
  ["`specs/012-nest-map/spec.md`", [["spec 12", true, 12]]],
  ["[the map](../../specs/012-nest-map/)", [["spec 12", true, 12]]],
  [
    "Nest map; legal sign-off.",
    [
      ["nest map", false, undefined],
      ["legal sign off", false, undefined],
    ],
  ],
  ["the `Observer ID` column", [["observer id", false, undefined]]],
  [
    "`src/owls.ts`, `npm run build`",
    [
      ["src owls ts", false, undefined],
      ["npm run build", false, undefined],
    ],
  ],
  ["[Permit](https://example.org/permit)", [["permit", false, undefined]]],
  ["a **written** consent", [["written", false, undefined]]],
  ["`Redis`", [["redis", false, undefined]]],
  [
    "Owl count (P1), `Nest map` (first, see below)",
    [
      ["owl count", false, undefined],
      ["nest map", true, undefined],
    ],
  ],
  ["`2026-05-01`", [["2026 05 01", false, undefined]]],
  ["none", []],
  ["—", []],
])("the field names %j", (value, expected) => {
  expect(named(value)).toEqual(expected);
});

it("speaks for the reference in an open entry, and leaves it a reference in a settled one", () => {
  const entry = "### Owl count\n\n- **Depends on**: Spec 012\n";
  expect(claimsOf("spec-reference", `## Active\n\n${entry}`)).toEqual([]);
  expect(claimsOf("spec-reference", `## Superseded\n\n${entry}`)).toHaveLength(1);
});
