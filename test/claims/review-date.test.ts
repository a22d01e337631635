import { expect, it } from "vitest";
import { claimsOf } from "./claims-of.ts";

it.each([
  ["**Last reviewed**: 2026-05-01", "2026-05-01"],
  ["> **Status:** Active\n> **Last updated:** 2026-05-01 by Ines", "2026-05-01 by Ines"],
  ["- **Reviewed**: May 2026", "May 2026"],
  ["---\nlast_reviewed: 2026-05-01\n---", "2026-05-01"],
  ["**Review date**:", ""],
])("the header states it: %j", (header, value) => {
  const text = header.startsWith("---") ? `${header}\n\n# Roadmap\n` : `# Roadmap\n\n${header}\n\n## Now\n`;
  for (const role of ["queue", "roadmap", "ledger", "inbox"] as const)
    expect(claimsOf("review-date", text, role).map((claim) => [claim.document, claim.value])).toEqual([[role, value]]);
});

it.each(["**Reviewed by**: Ines", "**Status**: reviewed 2026-05-01", "## Now\n\n**Last reviewed**: 2026-05-01"])(
  "no date of the document: %j",
  (text) => {
    expect(claimsOf("review-date", `# Roadmap\n\n${text}\n`, "roadmap")).toEqual([]);
  },
);

it("is not read in instruction files", () => {
  expect(claimsOf("review-date", "# Agents\n\n**Last reviewed**: 2026-05-01\n", "agent")).toEqual([]);
});

it("has the identity in the inbox that a baseline of before knows", () => {
  expect(claimsOf("review-date", "# Finds\n\n**Last reviewed**: 2026-05-01\n", "inbox")[0]?.identity).toBe(
    "last reviewed of staging",
  );
});
