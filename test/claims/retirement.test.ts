import { expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

const reasons = (section: string) =>
  claimsOf("retirement", `# Spec candidates\n\n## Superseded\n\n${section}\n`).map(({ title, reason }) => [
    title,
    reason?.text,
  ]);

it.each([
  ["- `Old lamp`", undefined],
  ["- `Old lamp`: superseded on 2026-03-01.", undefined],
  ["- `Old lamp`: removed from the active queue", undefined],
  ["### Old lamp\n\n- **Priority**: P1\n- **Status**: Superseded\n- **Problem**: it smokes.", undefined],
  ["### Old lamp\n\n- **Reason**:", undefined],
  ["- `Old lamp`: it smokes.", ": it smokes."],
  ["- `Old lamp`: withdrawn", ": withdrawn"],
  ["- `Old lamp`: superseded by `New lamp`.", "New lamp"],
  ["### Old lamp\n\n- **Reason**: it smokes.", "Reason: it smokes."],
  ["### Old lamp\n\n- **Problem**: no longer needed.", "Problem: no longer needed."],
  ["### Old lamp (duplicate)", "Old lamp (duplicate)"],
  ["### Old lamp\n\nIt smoked.", "It smoked."],
])("an entry gives its reason: %j", (entry, reason) => {
  expect(reasons(entry).map(([, text]) => text)).toEqual([
    entry.startsWith("- ") && reason?.startsWith(": ") === true ? expect.stringContaining(reason.slice(2)) : reason,
  ]);
});

it("takes a reason from the heading and the paragraph above, up to the next paragraph", () => {
  expect(
    reasons(
      "Removed because already specced:\n\n- `Old lamp`\n\nThe others:\n\n- `Candle`\n\n### P3 — rejected\n\n- `Torch`",
    ),
  ).toEqual([
    ["Old lamp", "Removed because already specced:"],
    ["Candle", undefined],
    ["Torch", "P3 — rejected"],
  ]);
});

it("takes no sentence about the list itself for a reason", () => {
  expect(reasons("Kept because decisions are history.\n\n- `Old lamp`")).toEqual([["Old lamp", undefined]]);
});
