import type { AuditReport, Finding } from "../core/finding.ts";
import { findingBlock, painter } from "./finding-block.ts";
import { inputLines } from "./input-lines.ts";
import { printable } from "./printable.ts";
import type { RenderOptions } from "./reporter.ts";
import { countLine, fixedLine, shownFindings } from "./summary-lines.ts";

/** How the changes from one audit to the next are shown. */
export interface ChangeOptions extends RenderOptions {
  /** Whether nothing is at a path any more: a finding that goes with its file is not fixed. */
  readonly isAbsent: (path: string) => boolean;
}

/** What became of the findings from one audit to the next: new ones whole, a line for each that is gone, and how many there are now. */
export function changedFindings(before: AuditReport, after: AuditReport, options: ChangeOptions): string {
  const paint = painter(options);
  const [earlier, later] = [shownFindings(before, options), shownFindings(after, options)];
  const blocks = without(later, earlier).map((finding) => `${findingBlock(finding, options)}\n`);
  const fixed = without(earlier, later).map((finding) =>
    options.isAbsent(finding.path)
      ? paint("dim", fixedLine({ ...finding, gone: true }))
      : paint("good", fixedLine(finding)),
  );
  const isClean = after.summary.errors + after.summary.warnings === 0;
  return `${[...blocks, ...fixed, paint(isClean ? "good" : "bold", countLine(after))].join("\n")}\n`;
}

/** "watching /home/ines/kilns: BACKLOG.md (queue), specs (12 specs); Ctrl-C ends it". */
export function watchedLine(report: AuditReport): string {
  const [read = ""] = inputLines({ ...report, seen: [] });
  return `watching ${printable(report.root)}${read === "" ? "" : `: ${read.replace(/^read +/, "")}`}; Ctrl-C ends it`;
}

/** By what identifies them, not by their lines: those move with every edit above. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const known = new Set(others.map(keyOf));
  return findings.filter((finding) => !known.has(keyOf(finding)));
}

function keyOf({ fingerprint, message, fact }: Finding): string {
  return JSON.stringify([fingerprint, message, fact.text]);
}
