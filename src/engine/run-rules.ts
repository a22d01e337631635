import type { AuditModel, Base } from "../core/audit-model.ts";
import type { JudgedEntry } from "../core/baseline.ts";
import { judgesExceptions, type Exceptions } from "../core/exceptions.ts";
import type { Coverage, Finding, NotApplicable, UncheckedClaim, Problem } from "../core/finding.ts";
import type { Answer } from "../core/snapshot.ts";
import { applyBaseline, type BaselineOutcome } from "./apply-baseline.ts";
import { judgeExceptions, noExceptions, type ExceptionOptions } from "./judge-exceptions.ts";
import { foldHabits, type Reported } from "./fold-habits.ts";
import { distinctFingerprints, sortFindings, sortReported } from "./sort-findings.ts";
import { runRule, runsLast, type Run, type RunnableRule } from "./run-rule.ts";
import { suppress } from "./suppress.ts";
import { coverageOf } from "./tally.ts";
import { toFinding } from "./to-finding.ts";

export interface RunResult {
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  /** What the rules reported, before it was given a severity. */
  readonly problems: readonly { readonly rule: string; readonly problem: Problem }[];
  readonly notChecked: readonly UncheckedClaim[];
  /** Rules that have nothing to do in this tree, and why. */
  readonly notApplicable: readonly NotApplicable[];
  readonly coverage: Coverage;
  readonly rulesRun: readonly string[];
  /** The entries of the baseline, with what became of them. */
  readonly baseline: readonly JudgedEntry[];
  /** Findings that neither of them hides, counted by fingerprint: what a baseline would have to add. */
  readonly countsToBaseline: ReadonlyMap<string, number>;
}

/** What a run knows beside its rules and its model. */
export interface RunOptions extends ExceptionOptions {
  /** The tree to compare with, or why there is none. */
  readonly base?: Answer<Base> | undefined;
}

const noBase: Answer<Base> = { kind: "unknown", reason: "there is no base to compare with; name one with --base" };

/**
 * Runs every rule over the model, in the order of their ids; then hides what comments and baseline except, and runs the
 * rules that judge these exceptions and the run itself. Pure; throws an `Error` that names the rule when one fails, a `UsageError` when it is
 * a plugin's.
 */
export function runRules(rules: readonly RunnableRule[], model: AuditModel, options: RunOptions = {}): RunResult {
  const { base = noBase } = options;
  const ordered = [...rules].sort((one, other) => (one.id < other.id ? -1 : 1));
  const runs = ordered
    .filter((rule) => !runsLast(rule))
    .map((rule) => runRule(rule, model, { exceptions: noExceptions, base }));
  const judged = judge(runs, model, options);
  const lastRuns = ordered
    .filter(runsLast)
    .map((rule) => runRule(rule, model, { exceptions: judged.exceptions, base }));
  return resultOf([...runs, ...lastRuns], model, judged);
}

/** What comments and baseline leave of the findings. */
interface Judgement {
  readonly reported: readonly Reported[];
  readonly baselined: BaselineOutcome;
  readonly exceptions: Exceptions;
}

function judge(runs: readonly Run[], model: AuditModel, options: RunOptions): Judgement {
  const all = sortReported(reportedIn(runs));
  const { findings, hidden } = suppress(
    all.map(({ finding }) => finding),
    model.claims.of("suppression"),
    model.facts.today,
  );
  const listed = new Set(options.baseline?.entries.map(({ fingerprint }) => fingerprint));
  const reported = foldHabits(
    all.map((one, index) => ({ ...one, finding: findings[index] ?? one.finding })),
    ({ suppressed, fingerprint }) => suppressed || listed.has(fingerprint),
  );
  const baselined = applyBaseline(
    reported.map(({ finding }) => finding),
    options.baseline,
  );
  return {
    reported,
    baselined,
    exceptions: judgeExceptions(
      {
        model,
        rulesRun: runs.filter(applies).map(({ rule }) => rule.id),
        notChecked: notCheckedIn(runs),
        hidden,
        counts: baselined.counts,
      },
      options,
    ),
  };
}

function resultOf(all: readonly Run[], model: AuditModel, { reported, baselined, exceptions }: Judgement): RunResult {
  const runs = [...all].sort((one, other) => (one.rule.id < other.rule.id ? -1 : 1));
  const judging = reportedIn(runs.filter(({ rule }) => runsLast(rule)));
  let coverage: Coverage | undefined;
  return {
    findings: distinctFingerprints(sortFindings([...baselined.findings, ...judging.map(({ finding }) => finding)])),
    problems: [...reported, ...judging].map(({ rule, problem }) => ({ rule: rule.id, problem })),
    notChecked: notCheckedIn(runs),
    notApplicable: runs.flatMap(({ rule, inapplicable: reason }) =>
      reason === undefined ? [] : [{ rule: rule.id, reason }],
    ),
    get coverage() {
      return (coverage ??= coverageOf(
        model.claims,
        runs.map((run) => run.examined),
      ));
    },
    rulesRun: runs.filter(applies).map((run) => run.rule.id),
    baseline: exceptions.baseline,
    countsToBaseline: countsToBaseline(baselined.findings),
  };
}

function reportedIn(runs: readonly Run[]): Reported[] {
  return runs.flatMap(({ rule, problems }) =>
    problems.map((problem) => ({ rule, problem, finding: toFinding(rule, problem) })),
  );
}

function applies({ inapplicable }: Run): boolean {
  return inapplicable === undefined;
}

function notCheckedIn(runs: readonly Run[]): UncheckedClaim[] {
  return runs.flatMap(({ rule, reasons }) => {
    const said = new Map(
      reasons.map((reason) => [typeof reason === "string" ? reason : reason.reason, typeof reason !== "string"]),
    );
    return [...said].map(([reason, history]) => ({
      rule: rule.id,
      reason,
      ...(history ? { needs: "history" as const } : {}),
    }));
  });
}

function countsToBaseline(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { fingerprint, suppressed, rule } of findings)
    if (!suppressed && !judgesExceptions(rule)) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return counts;
}
