import type { AuditModel } from "../core/audit-model.ts";
import { entryRoles } from "../core/claims/claim.ts";
import type { AuditReport, Finding, Severity, Summary } from "../core/finding.ts";
import { compareFindings, type ComparedFindings } from "./compare-findings.ts";
import type { RunResult } from "./run-rules.ts";
import type { PathMapping } from "./moved-fingerprint.ts";

/** Which tree was audited, and by which version. */
export interface ReportSubject {
  readonly root: string;
  readonly tree: string;
  readonly version: string;
  /** With it the findings are compared. */
  readonly comparison?: Comparison | undefined;
}

/** The tree that the audited one is compared with, and its findings. */
export interface Comparison {
  readonly name: string;
  readonly commit: string;
  readonly before: readonly Finding[];
  readonly moved: PathMapping;
}

/** Puts the result of a run together with what the model holds. */
export function buildReport(subject: ReportSubject, model: AuditModel, run: RunResult): AuditReport {
  const { comparison } = subject;
  const compared =
    comparison === undefined
      ? undefined
      : compareFindings({ ...comparison, after: run.findings, notChecked: run.notChecked });
  const findings = compared?.findings ?? run.findings;
  const candidates = model.claims.of("candidate");
  const counts = entryRoles.map(
    (role) => [role, candidates.filter((candidate) => candidate.role === role).length] as const,
  );
  return {
    version: 1,
    tool: { name: "queue-lint", version: subject.version },
    root: subject.root,
    tree: subject.tree,
    ...(comparison === undefined ? {} : { base: { name: comparison.name, commit: comparison.commit } }),
    findings,
    ...(compared === undefined ? {} : { fixed: compared.fixed }),
    rulesRun: run.rulesRun,
    notChecked: run.notChecked,
    coverage: run.coverage,
    entries: Object.fromEntries(counts) as AuditReport["entries"],
    ...(model.facts.units.layouts.length === 0 ? {} : { layouts: model.facts.units.layouts }),
    specs: model.facts.specs.all.length,
    summary: summarise(findings, compared),
  };
}

function summarise(findings: readonly Finding[], compared: ComparedFindings | undefined): Summary {
  const shown = findings.filter((finding) => !finding.suppressed);
  const counted = shown.filter((finding) => finding.state !== "existing");
  const count = (severity: Severity): number => counted.filter((finding) => finding.severity === severity).length;
  const totals = {
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    suppressed: findings.length - shown.length,
  };
  return compared === undefined
    ? totals
    : { ...totals, existing: shown.length - counted.length, fixed: compared.fixed.length };
}
