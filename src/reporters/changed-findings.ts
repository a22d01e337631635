import type { AuditReport, Finding } from "../core/finding.ts";
import { findingBlock, painter } from "./finding-block.ts";
import { printable } from "./printable.ts";
import type { RenderOptions } from "./reporter.ts";
import { countLine, shownFindings } from "./summary-lines.ts";

/** What became of the findings from one audit to the next: new ones whole, a line for each that is gone, and how many there are now. Empty when nothing changed. */
export function changedFindings(before: AuditReport, after: AuditReport, options: RenderOptions): string {
  const paint = painter(options);
  const [earlier, later] = [shownFindings(before, options), shownFindings(after, options)];
  const came = without(later, earlier);
  const gone = without(earlier, later);
  if (came.length === 0 && gone.length === 0) return "";
  const blocks = came.map((finding) => `${findingBlock(finding, options)}\n`);
  const fixed = gone.map((finding) =>
    paint("good", `fixed  ${finding.rule}  ${printable(`${finding.path}: ${finding.claim.text}`)}`),
  );
  return `${[...blocks, ...fixed, paint(after.summary.errors + after.summary.warnings === 0 ? "good" : "bold", countLine(after))].join("\n")}\n`;
}

/** By what identifies them, not by their lines: those move with every edit above. */
function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const known = new Set(others.map(keyOf));
  return findings.filter((finding) => !known.has(keyOf(finding)));
}

function keyOf({ fingerprint, message, fact }: Finding): string {
  return JSON.stringify([fingerprint, message, fact.text]);
}
