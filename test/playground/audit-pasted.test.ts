import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { auditPasted } from "../../src/playground/audit-pasted.ts";

const today = "2026-11-23";
const queue = readFileSync(
  join(import.meta.dirname, "../../fixtures/repos/drifted/docs/product/spec-candidates.md"),
  "utf8",
);
const rulesOf = (pasted: Partial<Parameters<typeof auditPasted>[0]>): string[] =>
  auditPasted({ queue: "", roadmap: "", paths: "", ...pasted }, today).findings.map(({ rule }) => rule);

it("finds in pasted text what the audit of the same repository finds", () => {
  const paths = "specs/014-seat-maps/spec.md\n\n- ./specs/015-refund-rules/spec.md: # Refund rules\n";
  expect(rulesOf({ queue, paths })).toEqual(
    expect.arrayContaining(["active/not-specced", "promotion/slug-matches", "promotion/spec-exists"]),
  );
});

it("accepts a queue that says what the paths say", () => {
  const sound =
    "# Queue\n\n## Active\n\n### Night mode\n\n- **Priority**: P1\n- **Problem**: pages are too bright at night.\n\n## Promoted\n\n- Seat maps -> Spec 014 (`seat-maps`)\n";
  expect(rulesOf({ queue: sound, paths: "specs/014-seat-maps/spec.md" })).toEqual([]);
});

it("reads a roadmap without a queue, and says when there is nothing", () => {
  const report = auditPasted(
    { queue: "", roadmap: "# Roadmap\n\n## Now\n\n- Spec 099\n", paths: "specs/001-a/spec.md" },
    today,
  );
  expect(report.inputs.map(({ path }) => path)).toContain("docs/product/roadmap.md");
  expect(report.findings.map(({ claim }) => claim.text).join()).toContain("099");
  expect(rulesOf({})).toEqual(["scope/not-empty"]);
});
