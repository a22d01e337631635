import type { AuditModel, Base } from "../core/audit-model.ts";
import type { JudgedEntry } from "../core/baseline.ts";
import { UsageError } from "../core/errors.ts";
import { judgesExceptions, type Exceptions } from "../core/exceptions.ts";
import type { Coverage, Finding, NotChecked, Problem, Severity } from "../core/finding.ts";
import type { Answer, Unknown } from "../core/snapshot.ts";
import type { RuleContext, RuleDefinition } from "../rule-api/index.ts";
import { applyBaseline } from "./apply-baseline.ts";
import { judgeExceptions, noExceptions, type GivenExceptions } from "./judge-exceptions.ts";
import { distinctFingerprints, sortFindings } from "./sort-findings.ts";
import { suppress } from "./suppress.ts";
import { Tally } from "./tally.ts";
import { toFinding, toProblem } from "./to-finding.ts";

/** A rule that is on, as the configuration resolved it. */
export interface RunnableRule {
  readonly id: string;
  readonly definition: RuleDefinition;
  readonly severity: Severity;
  readonly options: unknown;
  /** The plugin that it comes from, as the configuration names it. */
  readonly plugin?: string;
}

export interface RunResult {
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  /** What the rules reported, before it was given a severity. */
  readonly problems: readonly { readonly rule: string; readonly problem: Problem }[];
  readonly notChecked: readonly NotChecked[];
  readonly coverage: Coverage;
  readonly rulesRun: readonly string[];
  /** The entries of the baseline, with what became of them. */
  readonly baseline: readonly JudgedEntry[];
  /** Findings that neither of them hides, counted by fingerprint: what a baseline would have to add. */
  readonly unexcepted: ReadonlyMap<string, number>;
}

/** What a run knows beside its rules and its model. */
export interface Given extends GivenExceptions {
  /** The tree to compare with, or why there is none. */
  readonly base?: Answer<Base> | undefined;
}

const noBase: Answer<Base> = { kind: "unknown", reason: "there is no base to compare with; name one with --base" };

/**
 * Runs every rule over the model, in the order of their ids; then hides what comments and baseline except, and runs the
 * rules that judge these exceptions and the run itself. Pure; throws an `Error` that names the rule when one fails, a `UsageError` when it is
 * a plugin's.
 */
export function runRules(rules: readonly RunnableRule[], model: AuditModel, given: Given = {}): RunResult {
  const surroundings: Surroundings = { tally: new Tally(), exceptions: noExceptions, base: given.base ?? noBase };
  const ordered = [...rules].sort((one, other) => (one.id < other.id ? -1 : 1));
  const first = ordered.filter((rule) => !runsLast(rule)).map((rule) => runRule(rule, model, surroundings));
  const { findings, hidden } = suppress(sortFindings(findingsOf(first)), model.claims.of("suppression"), model.facts.today);
  const baselined = applyBaseline(findings, given.baseline);
  const exceptions = judgeExceptions({ model, rulesRun: first.map(({ rule }) => rule.id), notChecked: notCheckedIn(first), hidden, counts: baselined.counts }, given);
  const last = ordered.filter(runsLast).map((rule) => runRule(rule, model, { ...surroundings, exceptions }));
  const runs = [...first, ...last].sort((one, other) => (one.rule.id < other.rule.id ? -1 : 1));
  return {
    findings: distinctFingerprints(sortFindings([...baselined.findings, ...findingsOf(last)])),
    problems: runs.flatMap((run) => run.problems.map((problem) => ({ rule: run.rule.id, problem }))),
    notChecked: notCheckedIn(runs),
    coverage: surroundings.tally.coverage(),
    rulesRun: ordered.map((rule) => rule.id),
    baseline: exceptions.baseline,
    unexcepted: unexcepted(baselined.findings),
  };
}

function runsLast({ id, definition }: RunnableRule): boolean {
  return judgesExceptions(id) || definition.meta.needs === "run";
}

interface Run {
  readonly rule: RunnableRule;
  readonly problems: readonly Problem[];
  readonly reasons: readonly (string | Unknown)[];
}

function findingsOf(runs: readonly Run[]): Finding[] {
  return runs.flatMap((run) => run.problems.map((problem) => toFinding(run.rule, problem)));
}

function notCheckedIn(runs: readonly Run[]): NotChecked[] {
  return runs.flatMap(({ rule, reasons }) => {
    const said = new Map(reasons.map((reason) => [typeof reason === "string" ? reason : reason.reason, typeof reason !== "string"]));
    return [...said].map(([reason, history]) => ({ rule: rule.id, reason, ...(history ? { needs: "history" as const } : {}) }));
  });
}

function unexcepted(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { fingerprint, suppressed } of findings) if (!suppressed) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return counts;
}

interface Surroundings {
  readonly tally: Tally;
  readonly exceptions: Exceptions;
  readonly base: Answer<Base>;
}

function runRule(rule: RunnableRule, model: AuditModel, { tally, exceptions, base }: Surroundings): Run {
  const problems: Problem[] = [];
  const reasons: (string | Unknown)[] = [];
  const context: RuleContext<unknown, string> = {
    claims: tally.counted(model.claims),
    facts: model.facts,
    settings: model.settings,
    options: rule.options,
    exceptions,
    past: (day) => model.past(day),
    get base() { return baseFor(rule, base); },
    report: (messageId, claim, evidence = {}) => {
      problems.push(toProblem(rule.definition, { messageId, claim, evidence }));
      tally.report(claim, rule.severity);
    },
    notChecked: (reason, claim) => {
      reasons.push(reason);
      if (claim !== undefined) tally.leaveOpen(claim);
    },
  };
  if (rule.definition.meta.needs === "base" && base.kind === "unknown") return { rule, problems, reasons: [base] };
  try {
    rule.definition.check(context as never);
  } catch (error) {
    throw failureOf(rule, error instanceof Error ? error : new Error(String(error)));
  }
  return { rule, problems, reasons };
}

function baseFor({ definition }: RunnableRule, base: Answer<Base>): Base {
  if (definition.meta.needs !== "base" || base.kind === "unknown") throw new Error('it asks for the base, but its meta does not say `needs: "base"`');
  return base.value;
}

function failureOf({ id, plugin }: RunnableRule, cause: Error): Error {
  if (plugin === undefined) return new Error(`rule ${id} failed: ${cause.message}`, { cause });
  return new UsageError(`The plugin ${plugin} failed in its rule ${id}: ${cause.message}.`, `Correct the plugin, turn ${id} off, or run with --no-plugins.`);
}
