import type { AuditModel, Base } from "../core/audit-model.ts";
import type { JudgedEntry } from "../core/baseline.ts";
import type { Exceptions } from "../core/exceptions.ts";
import type { Coverage, Finding, UncheckedClaim, Problem } from "../core/finding.ts";
import type { Answer } from "../core/snapshot.ts";
import { applyBaseline, type BaselineOutcome } from "./apply-baseline.ts";
import { judgeExceptions, noExceptions, type ExceptionOptions } from "./judge-exceptions.ts";
import { isRemembered, runRule, runsLast, type RuleMemory, type Run, type RunnableRule } from "./run-rule.ts";
import { distinctFingerprints, sortFindings } from "./sort-findings.ts";
import { suppress } from "./suppress.ts";
import { coverageOf } from "./tally.ts";
import { toFinding } from "./to-finding.ts";

export interface RunResult {
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  /** What the rules reported, before it was given a severity. */
  readonly problems: readonly { readonly rule: string; readonly problem: Problem }[];
  readonly notChecked: readonly UncheckedClaim[];
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
  /** What was found in the tree before, for runs over one tree after the other by the same rules. */
  readonly memory?: RuleMemory | undefined;
}

const noBase: Answer<Base> = { kind: "unknown", reason: "there is no base to compare with; name one with --base" };

/**
 * Runs every rule over the model, in the order of their ids; then hides what comments and baseline except, and runs the
 * rules that judge these exceptions and the run itself. Pure; throws an `Error` that names the rule when one fails, a `UsageError` when it is
 * a plugin's.
 */
export function runRules(rules: readonly RunnableRule[], model: AuditModel, options: RunOptions = {}): RunResult {
  const { memory, base = noBase } = options;
  memory?.begin(model);
  const before = memory?.isUnchanged === true ? outcomes.get(memory) : undefined;
  if (before !== undefined && before.rules === rules && isSameRun(before.options, options)) return before.result;
  const { first, last, isRemembered } = inOrder(rules);
  const context = { exceptions: noExceptions, base, memory };
  const runs = first.map((rule) => runRule(rule, model, context));
  const judged = judge(runs, model, options);
  const judging = { ...context, exceptions: judged.exceptions };
  const lastRuns = last.map((rule) => runRule(rule, model, judging));
  const result = resultOf([...runs, ...lastRuns], model, judged);
  if (memory !== undefined && isRemembered) outcomes.set(memory, { rules, options, result });
  return result;
}

/** Rules by their ids: those that judge the documents, and those that judge what the others did. */
interface RuleOrder {
  readonly first: readonly RunnableRule[];
  readonly last: readonly RunnableRule[];
  /** Whether a memory knows what each of them rests on. */
  readonly isRemembered: boolean;
}

/** For walks, which run the same rules over and over. */
const orders = new WeakMap<readonly RunnableRule[], RuleOrder>();

function inOrder(rules: readonly RunnableRule[]): RuleOrder {
  const known = orders.get(rules);
  if (known !== undefined) return known;
  const ordered = [...rules].sort((one, other) => (one.id < other.id ? -1 : 1));
  const order = {
    first: ordered.filter((rule) => !runsLast(rule)),
    last: ordered.filter(runsLast),
    isRemembered: rules.every(isRemembered),
  };
  orders.set(rules, order);
  return order;
}

/** A run over one tree of several. Where the next one answers everything as this one did, it comes out the same. */
interface Outcome {
  readonly rules: readonly RunnableRule[];
  readonly options: RunOptions;
  readonly result: RunResult;
}

const outcomes = new WeakMap<RuleMemory, Outcome>();

/** What a baseline hides may depend on documents that no rule read. */
function isSameRun(one: RunOptions, other: RunOptions): boolean {
  return (
    one.baseline === undefined &&
    other.baseline === undefined &&
    one.earlierBaseline === other.earlierBaseline &&
    one.base === other.base &&
    one.ruleIds === other.ruleIds &&
    one.complete === other.complete
  );
}

/** What comments and baseline leave of the findings. */
interface Judgement {
  readonly baselined: BaselineOutcome;
  readonly exceptions: Exceptions;
}

function judge(runs: readonly Run[], model: AuditModel, options: RunOptions): Judgement {
  const { findings, hidden } = suppress(
    sortFindings(findingsOf(runs)),
    model.claims.of("suppression"),
    model.facts.today,
  );
  const baselined = applyBaseline(findings, options.baseline);
  return {
    baselined,
    exceptions: judgeExceptions(
      {
        model,
        rulesRun: runs.map(({ rule }) => rule.id),
        notChecked: notCheckedIn(runs),
        hidden,
        counts: baselined.counts,
      },
      options,
    ),
  };
}

function resultOf(all: readonly Run[], model: AuditModel, { baselined, exceptions }: Judgement): RunResult {
  const runs = [...all].sort((one, other) => (one.rule.id < other.rule.id ? -1 : 1));
  const judging = runs.filter(({ rule }) => runsLast(rule));
  let coverage: Coverage | undefined;
  return {
    findings: distinctFingerprints(sortFindings([...baselined.findings, ...findingsOf(judging)])),
    problems: runs.flatMap((run) => run.problems.map((problem) => ({ rule: run.rule.id, problem }))),
    notChecked: notCheckedIn(runs),
    get coverage() {
      return (coverage ??= coverageOf(
        model.claims,
        runs.map((run) => run.examined),
      ));
    },
    rulesRun: runs.map((run) => run.rule.id),
    baseline: exceptions.baseline,
    countsToBaseline: countsToBaseline(baselined.findings),
  };
}

function findingsOf(runs: readonly Run[]): Finding[] {
  return runs.flatMap((run) => run.problems.map((problem) => toFinding(run.rule, problem)));
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
  for (const { fingerprint, suppressed } of findings)
    if (!suppressed) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return counts;
}
