import type { AuditModel } from "../core/audit-model.ts";
import { entryRoles } from "../core/claim.ts";
import type { AuditReport, Finding, Severity } from "../core/finding.ts";
import type { RunResult } from "./run-rules.ts";

/** Which tree was audited, and by which version. */
export interface ReportSubject {
  readonly root: string;
  readonly tree: string;
  readonly version: string;
}

/** Puts the result of a run together with what the model holds. */
export function buildReport(subject: ReportSubject, model: AuditModel, run: RunResult): AuditReport {
  const candidates = model.claims.of("candidate");
  const counts = entryRoles.map((role) => [role, candidates.filter((candidate) => candidate.role === role).length] as const);
  return {
    version: 1,
    tool: { name: "queue-lint", version: subject.version },
    root: subject.root,
    tree: subject.tree,
    findings: run.findings,
    rulesRun: run.rulesRun,
    notChecked: run.notChecked,
    coverage: run.coverage,
    entries: Object.fromEntries(counts) as AuditReport["entries"],
    specs: model.facts.specs.all.length,
    summary: summarise(run.findings),
  };
}

function summarise(findings: readonly Finding[]): AuditReport["summary"] {
  const shown = findings.filter((finding) => !finding.suppressed);
  const count = (severity: Severity): number => shown.filter((finding) => finding.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), infos: count("info"), suppressed: findings.length - shown.length };
}
