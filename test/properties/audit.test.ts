import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import type { AuditReport, Finding } from "../../src/core/finding.ts";
import { lintSnapshot } from "../../src/api/lint-snapshot.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { cleanRepository, driftedRepository, type Files } from "./arbitrary-repository.ts";

/** Every rule is on, heuristics too. */
const severities = Object.fromEntries(rules.map((rule) => [rule.id, rule.definition.meta.severity]));

function audit(files: Files): AuditReport {
  return lintSnapshot(memorySnapshot(files), { rules: severities });
}

const shown = (findings: readonly Finding[]): string[] =>
  findings.map((one) => `${one.path}:${one.line} ${one.rule} ${one.message}`);
const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

describe("an audit", () => {
  it("finds nothing in a repository whose documents agree with it", () => {
    fc.assert(
      fc.property(cleanRepository, (files) => {
        const { findings, coverage } = audit(files);
        expect(shown(findings.filter((one) => one.severity !== "info"))).toEqual([]);
        expect(coverage.examined).toBeGreaterThan(10);
      }),
      { numRuns: 30 },
    );
  });

  it("shows every claim where it stands", () => {
    fc.assert(
      fc.property(driftedRepository, (files) => {
        for (const { path, line, column, endLine, endColumn, claim } of audit(files).findings) {
          const text = files[path];
          // A finding about a directory stands at its first character.
          if (text === undefined) {
            expect([line, column]).toEqual([1, 1]);
            continue;
          }
          const lines = text.split(/\r\n|\n|\r/);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(endLine).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
          expect(endColumn).toBeLessThanOrEqual((lines[endLine - 1] ?? "").length + 1);
          const covered = lettersOf(lines.slice(line - 1, endLine).join("\n"));
          const there = lettersOf(
            line === endLine
              ? (lines[line - 1] ?? "").slice(column - 1, endColumn - 1)
              : lines.slice(line - 1, endLine).join("\n"),
          );
          const quoted = lettersOf(claim.text);
          // The words at the place are part of the quoted claim, or the claim is part of its lines.
          expect(
            quoted.includes(there) || covered.includes(quoted) || line === 1,
            `${path}:${line}:${column} “${claim.text}” against “${there}”`,
          ).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("does not depend on the order of files", () => {
    fc.assert(
      fc.property(driftedRepository, (files) => {
        const reversed = Object.fromEntries(Object.entries(files).reverse());
        expect(audit(reversed)).toEqual(audit(files));
      }),
      { numRuns: 30 },
    );
  });

  it("ends in a report for documents made of any text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "\n",
        "\n\n",
        "## Active\n",
        "- ",
        "### ",
        "`",
        "**",
        "| a | b |\n|---|---|\n",
        "```mermaid\n",
        "<!--",
        "-->",
        "-> Spec 12",
        "[x](y)",
        "> ",
        "- [ ] ",
        "**Status**: ",
        "\uFEFF",
        "\r\n",
        "\t",
        "  - ",
      ),
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.tuple(text, text, text, text), ([queue, ledger, roadmap, spec]) => {
        const report = audit({
          "docs/product/spec-candidates.md": queue,
          "docs/product/implementation-ledger.md": ledger,
          "docs/product/roadmap.md": roadmap,
          "docs/product/discoveries.md": queue,
          "specs/001-a/spec.md": spec,
          "specs/001-a/tasks.md": spec,
        });
        expect(report.coverage.examined).toBe(
          report.coverage.held + report.coverage.broken + report.coverage.notChecked,
        );
      }),
      { numRuns: 80 },
    );
  });
});
