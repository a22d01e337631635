import fc from "fast-check";
import { expect, it } from "vitest";
import { documentClaims } from "../../src/claims/read-claims.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { DocumentRole } from "../../src/core/document.ts";
import { parseDocument } from "../../src/documents/parse-document.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const snapshot = memorySnapshot({ "docs/product/spec-candidates.md": "# Q\n\n## Active\n" });
const { settings } = resolveConfig({}, { snapshot, rules: [] });

const parts = fc.constantFrom(
  "## Active",
  "## Deferred",
  "## Promoted to Spec",
  "## Superseded",
  "## Manual promotion only",
  "### P1",
  "### Seat maps\n\n- **Priority**: P2\n- **Depends on**: `Audit log`, Spec 12",
  "- `Audit log`: keeps who did what, see `docs/audit.md`.\n  - **Priority**: P1\n  - **Anchors**: `src/audit.ts`, `docs/adr/0001.md`",
  "- `Seat maps` -> Spec 241 (`seat-maps`). It was promoted into Spec 241.",
  "- Gate lists -> Spec 242",
  "- [x] Ticket scans: done in Spec 243 and Specs 250-252.",
  "- **Refunds** — superseded by `Seat maps`. Formerly `Money back`.",
  "- `Payouts`: deferred until Spec 244 is implemented.\n\n  A second paragraph with [a link](../adr/0002.md#why).",
  "There are 3 active candidates and specs holds 12 specs.",
  "No active candidates remain.",
  "> `Quoted title` was promoted into Spec 245.",
  "Words Spec TBD\nand Spec 246.",
  "| Feature | Status | Evidence |\n|---|---|---|\n| Seat maps (Spec 241) | implemented | `src/seats.ts` |\n| Gates | planned | |\n| Audit `log` | specced | [spec](../../specs/247-audit-log/spec.md) |",
  "| Refunds (Spec 248) | adopted | `abc1234` |",
  "Specs: 12",
  "**Specs**: 12",
  "",
  "<!-- a comment -->",
);
const document = fc.array(parts, { maxLength: 25 });

function claimsOf(lines: readonly string[], path: string, role: DocumentRole): unknown {
  const text = `# Title\n\n${lines.map((part) => `${part}\n${part.startsWith("|") || part.startsWith("- ") ? "" : "\n"}`).join("")}`;
  return JSON.parse(
    JSON.stringify(documentClaims(parseDocument(text, { path, role }), settings)).replaceAll(path, "PATH"),
  ) as unknown;
}

let fresh = 0;

it.each(["queue", "ledger", "roadmap"] as const)(
  "reads a %s whose parts were read before, elsewhere, as one that was never seen",
  (role) => {
    fc.assert(
      fc.property(
        document,
        fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.array(parts, { maxLength: 2 })), { minLength: 1, maxLength: 4 }),
        (first, edits) => {
          const lines = [...first];
          claimsOf(lines, "known.md", role);
          for (const [at, removed, added] of edits) {
            lines.splice(at % (lines.length + 1), removed, ...added);
            // Under another path nothing is known of any part.
            expect(claimsOf(lines, "known.md", role)).toEqual(claimsOf(lines, `fresh-${(fresh += 1)}.md`, role));
            claimsOf(lines, "known.md", role);
          }
        },
      ),
      { numRuns: 100 },
    );
  },
);
