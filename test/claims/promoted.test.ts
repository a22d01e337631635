import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const promoted = (lines: string, section = "Promoted to spec") =>
  claimsOf("promoted", `# Spec candidates\n\n## ${section}\n\n${lines}\n`);
const targets = (lines: string) => promoted(lines).map(({ title, target }) => [title, target.digits, target.slug]);

describe("a promoted entry names its spec", () => {
  it.each([
    ["- Tide warnings -> Spec 012 (`tide-warnings`)", "012", "tide-warnings"],
    ["- Tide warnings → Spec 12", "12", undefined],
    ["- `Tide warnings` -> refreshed Spec 012", "012", undefined],
    ["- `Tide warnings` -> Spec 012 (`012-tide-warnings`)", "012", "tide-warnings"],
    ["- `Tide warnings` -> Spec 012 (`implemented`)", "012", undefined],
    ["- `Tide warnings` -> `specs/012-tide-warnings`", "012", "tide-warnings"],
    ["- `Tide warnings` -> 012-tide-warnings", "012", "tide-warnings"],
    ["- `Tide warnings` -> [the spec](../../specs/012-tide-warnings/spec.md)", "012", "tide-warnings"],
    ["- `Tide warnings`: promoted to Spec 012 in May, after Spec 004.", "012", undefined],
    ["### Tide warnings\n\n- **Spec**: Spec 012 (`tide-warnings`)", "012", "tide-warnings"],
    ["### Tide warnings\n\n- **Status**: promoted -> Spec 012", "012", undefined],
    ["### Tide warnings -> Spec 012", "012", undefined],
  ])("%j", (lines, digits, slug) => {
    expect(targets(lines)).toEqual([["Tide warnings", digits, slug]]);
  });

  it.each([
    ["- Tide warnings -> #912", "912", undefined],
    ["- Tide warnings -> S-912", "912", undefined],
    ["- Tide warnings -> 912", "912", undefined],
    ["- `Tide warnings` → 912, since May", "912", undefined],
    ["- Tide warnings -> Spec912", "912", undefined],
    ["- Tide warnings -> Specification 912", "912", undefined],
    ["- Tide warnings -> Spec No. 912", "912", undefined],
    ["- Tide warnings -> Spec **912**", "912", undefined],
    ["- Tide warnings -> `specs/20260507-161658-tide-warnings`", "20260507-161658", "tide-warnings"],
    ["- Tide warnings -> specs/912-Tide_Warnings/", "912", "Tide_Warnings"],
    ["- **Tide warnings** (912-tide-warnings)", "912", "tide-warnings"],
    ["- `Tide warnings` (`912-tide-warnings`)", "912", "tide-warnings"],
    ["- [Tide warnings](../../specs/912-tide-warnings/spec.md)", "912", "tide-warnings"],
    ["- Tide warnings -> Spec 912, refreshed, was Spec 011", "912", undefined],
    ["### Tide warnings\n\n- **Spec**: 912", "912", undefined],
    ["### Tide warnings\n\n- **Spec**: `912-tide-warnings`", "912", "tide-warnings"],
  ])("in another spelling: %j", (lines, digits, slug) => {
    expect(targets(lines)).toEqual([["Tide warnings", digits, slug]]);
  });

  it.each([
    "- `Tide warnings`: since 2026-05-07.",
    "- `Tide warnings` -> 2026-05-07",
    "- `Tide warnings`: 912 readings a day.",
  ])("but not by a number that is none: %j", (line) => {
    expect(targets(line)).toEqual([]);
  });

  it("several times when it was split", () => {
    expect(targets("- Tide warnings -> Specs 012 and 013")).toEqual([
      ["Tide warnings", "012", undefined],
      ["Tide warnings", "013", undefined],
    ]);
  });

  it("or none", () => {
    expect(targets("- Tide warnings -> Spec TBD\n- `Deck plans`: some day.")).toEqual([]);
    expect(
      claimsOf("candidate", "## Promoted to spec\n\n- Tide warnings -> Spec TBD\n- `Deck plans`: some day.\n").map(
        ({ title, role }) => [title, role],
      ),
    ).toEqual([
      ["Tide warnings", "promoted"],
      ["Deck plans", "promoted"],
    ]);
  });

  it("only in a promoted section", () => {
    expect(promoted("- Tide warnings -> Spec 012", "Superseded")).toEqual([]);
    expect(promoted("- Tide warnings -> Spec 012", "Zebra")).toEqual([]);
  });
});

it("has the place and the words of its line", () => {
  const [claim] = promoted("- Tide warnings -> Spec 012 (`tide-warnings`), since May.");
  expect(claim?.text).toBe("Tide warnings -> Spec 012 (tide-warnings)");
  expect(claim?.location).toMatchObject({ line: 5, column: 3 });
  expect(claim?.identity).toBe("tide warnings -> 12");
});

describe("marks", () => {
  it.each([
    ["- Tide warnings -> Spec 012, split", ["split"]],
    ["- Tide warnings -> refreshed Spec 012", ["refreshed"]],
    ["- Tide warnings -> Spec 012 (merged with Deck plans)", ["merged"]],
    ["- Tide warnings (merged) -> Spec 012", ["merged"]],
    ["- Tide warnings -> Spec 012\n\n  Shared with the deck plans.", ["shared"]],
    ["- Tide warnings -> Spec 012", []],
    ["- Split tickets -> Spec 012", []],
    ["- `Shared cabins v1` -> Spec 012", []],
    ["- Unmerged routes -> Spec 012", []],
  ])("of %j", (line, marks) => {
    expect(promoted(line).map((claim) => claim.marks)).toEqual([marks]);
  });
});
