import type { AuditReport, Finding } from "../core/finding.ts";
import { printable } from "./printable.ts";
import type { RenderOptions } from "./reporter.ts";

/** The findings that are to be shown, in order. */
export function shownFindings(report: AuditReport, { quiet }: Pick<RenderOptions, "quiet">): readonly Finding[] {
  return report.findings.filter((finding) => !finding.suppressed && (!quiet || finding.severity === "error"));
}

/** "2 errors, 1 warning", or "no findings". */
export function countLine({ summary }: AuditReport): string {
  const parts = [
    [summary.errors, "error", "errors"],
    [summary.warnings, "warning", "warnings"],
    [summary.infos, "advisory", "advisories"],
    [summary.suppressed, "suppressed", "suppressed"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  return said.length === 0 ? "no findings" : said.join(", ");
}

/** One line for each rule that could not run, with its reason. */
export function notCheckedLines({ notChecked }: AuditReport): string[] {
  return notChecked.map(({ rule, reason }) => `not checked  ${rule}: ${printable(reason)}`);
}

/** `examined 214 claims: 211 hold, 2 broken, 1 not checked (no git history)`: the last line of every audit. */
export function examinedLine({ coverage, notChecked }: AuditReport): string {
  const { examined, held, broken } = coverage;
  const reasons = [...new Set(notChecked.map(({ reason }) => printable(reason)))];
  const unknown = coverage.notChecked > 0 ? [`${coverage.notChecked} not checked${reasons.length > 0 ? ` (${reasons.join("; ")})` : ""}`] : [];
  return `examined ${examined} ${examined === 1 ? "claim" : "claims"}: ${[`${held} hold`, `${broken} broken`, ...unknown].join(", ")}`;
}
