import type { AuditReport, Finding } from "../core/finding.ts";
import { printable } from "./printable.ts";
import type { RenderOptions } from "./reporter.ts";

/** The findings that are to be shown, in order. */
export function shownFindings(report: AuditReport, { quiet, showSuppressed = false }: Pick<RenderOptions, "quiet" | "showSuppressed">): readonly Finding[] {
  return report.findings.filter((finding) => (showSuppressed || !finding.suppressed) && (!quiet || finding.severity === "error"));
}

/** Why a finding is hidden, and where that is said: "the vendor decides (docs/queue.md:4)"; undefined when it is not. */
export function hiddenBecause({ suppressed, suppression }: Finding): string | undefined {
  if (!suppressed) return undefined;
  return suppression === undefined ? "it is suppressed" : printable(`${suppression.reason} (${suppression.path}:${suppression.line})`);
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
