import type { AuditReport, Finding } from "../core/finding.ts";
import { summarise } from "./audit-report.ts";

/**
 * The report with the findings about some paths only: those whose claim or truth is in one of these files or below one of these directories. The audit was
 * whole; counts and so the exit status are those of what is shown, and `narrowed` says what is elsewhere. `paths` are from the root, "" for all.
 */
export function narrowReport(report: AuditReport, paths: readonly string[]): AuditReport {
  if (paths.length === 0 || paths.includes("")) return report;
  const findings = report.findings.filter((finding) => isAbout(finding, paths));
  const fixed = report.fixed?.filter((finding) => isAbout(finding, paths));
  const { errors, warnings, infos } = summarise(report.findings.filter((finding) => !findings.includes(finding)));
  return {
    ...report,
    findings,
    ...(fixed === undefined ? {} : { fixed }),
    narrowed: { paths: [...paths], errors, warnings, infos },
    summary: summarise(findings, fixed),
  };
}

/** Whether a finding is about one of some paths. */
export function isAbout({ path, claim, fact, habit }: Finding, paths: readonly string[]): boolean {
  const own = [path, claim.path, ...(fact.path === undefined ? [] : [fact.path])];
  const all = [...own, ...(habit?.findings ?? []).map((finding) => finding.path)];
  return paths.some((wanted) => wanted === "" || all.some((one) => one === wanted || one.startsWith(`${wanted}/`)));
}
