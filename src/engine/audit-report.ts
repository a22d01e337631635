import type { AuditModel } from "../core/audit-model.ts";
import { entryRoles } from "../core/claims/claim.ts";
import type { AuditReport, Finding, ReadInput, Severity, Summary } from "../core/finding.ts";
import { readsAsQueue } from "../core/reads-as-queue.ts";
import { compareFindings } from "./compare-findings.ts";
import { listUnread } from "./list-unread.ts";
import type { RunResult } from "./run-rules.ts";
import type { PathMapping } from "./moved-fingerprint.ts";

/** Which tree was audited, and by which version. */
export interface ReportSubject {
  readonly root: string;
  readonly tree: string;
  readonly version: string;
  /** Paths that look as if work were planned there. */
  readonly seen: readonly string[];
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
      : compareFindings({
          ...comparison,
          after: run.findings,
          notChecked: [...run.notChecked, ...run.notApplicable],
          isAbsent: (path) => model.facts.paths.resolve(path, path).exists === false,
        });
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
    notApplicable: run.notApplicable,
    inputs: inputsOf(model),
    seen: subject.seen
      .filter((path) => !model.documents.some((document) => document.path === path))
      .concat(unreadQueue(model)),
    coverage: { ...run.coverage, unread: listUnread(model) },
    entries: Object.fromEntries(counts) as AuditReport["entries"],
    ...(model.facts.units.layouts.length === 0 ? {} : { layouts: model.facts.units.layouts }),
    specs: model.facts.specs.all.length,
    summary: summarise(findings, compared?.fixed),
  };
}

/** What was recognised: a document with a role in which something was read, and a root with spec packages. */
function inputsOf(model: AuditModel): ReadInput[] {
  const { settings, facts } = model;
  const documents = model.documents
    .filter(({ role }) => role !== "queue" || readsAsQueue(model))
    .map(({ role, path }) => ({ role, path }));
  const specs = facts.specs.all.length === 0 || settings.specs === undefined ? [] : [settings.specs];
  return [...documents, ...specs.map(({ path }) => ({ role: "specs", path }))];
}

/** A document with the name of a queue that is kept in a way of its own. */
function unreadQueue(model: AuditModel): string[] {
  const { queue } = model.settings;
  return queue !== undefined && !readsAsQueue(model) && model.facts.paths.read(queue.path).ok ? [queue.path] : [];
}

/** The counts of some findings; with those that the base had, of a comparison. */
export function summarise(findings: readonly Finding[], fixed?: readonly Finding[]): Summary {
  const shown = findings.filter((finding) => !finding.suppressed);
  const counted = shown.filter((finding) => finding.state !== "existing");
  const count = (severity: Severity): number => counted.filter((finding) => finding.severity === severity).length;
  const totals = {
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    suppressed: findings.length - shown.length,
  };
  if (fixed === undefined) return totals;
  const gone = fixed.filter((finding) => finding.gone).length;
  return {
    ...totals,
    existing: shown.length - counted.length,
    fixed: fixed.length,
    ...(gone === 0 ? {} : { gone }),
  };
}
