import type { AuditModel, Base } from "../core/audit-model.ts";
import type { JudgedEntry } from "../core/baseline.ts";
import { UsageError } from "../core/errors.ts";
import { judgesExceptions, type Exceptions } from "../core/exceptions.ts";
import type { Coverage, Finding, NotChecked, Problem, Severity } from "../core/finding.ts";
import type { Answer, Unknown } from "../core/snapshot.ts";
import type { Facts } from "../core/fact.ts";
import type { RuleContext, RuleDefinition } from "../rule-api/index.ts";
import { applyBaseline } from "./apply-baseline.ts";
import { judgeExceptions, noExceptions, type GivenExceptions } from "./judge-exceptions.ts";
import { distinctFingerprints, sortFindings } from "./sort-findings.ts";
import { suppress } from "./suppress.ts";
import type { RunMemory } from "./run-memory.ts";
import { counted, coverageOf, type Looked } from "./tally.ts";
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

/** What the rules found in the tree before: see `RunMemory`. */
export type RuleMemory = RunMemory<Run>;

/** What a run knows beside its rules and its model. */
export interface Given extends GivenExceptions {
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
export function runRules(rules: readonly RunnableRule[], model: AuditModel, given: Given = {}): RunResult {
  const surroundings: Surroundings = { exceptions: noExceptions, base: given.base ?? noBase, memory: given.memory };
  given.memory?.begin(model);
  const ordered = [...rules].sort((one, other) => (one.id < other.id ? -1 : 1));
  const first = ordered.filter((rule) => !runsLast(rule)).map((rule) => runRule(rule, model, surroundings));
  const { findings, hidden } = suppress(sortFindings(findingsOf(first)), model.claims.of("suppression"), model.facts.today);
  const baselined = applyBaseline(findings, given.baseline);
  const exceptions = judgeExceptions({ model, rulesRun: first.map(({ rule }) => rule.id), notChecked: notCheckedIn(first), hidden, counts: baselined.counts }, given);
  const last = ordered.filter(runsLast).map((rule) => runRule(rule, model, { ...surroundings, exceptions }));
  const runs = [...first, ...last].sort((one, other) => (one.rule.id < other.rule.id ? -1 : 1));
  let coverage: Coverage | undefined;
  return {
    findings: distinctFingerprints(sortFindings([...baselined.findings, ...findingsOf(last)])),
    problems: runs.flatMap((run) => run.problems.map((problem) => ({ rule: run.rule.id, problem }))),
    notChecked: notCheckedIn(runs),
    get coverage() { return (coverage ??= coverageOf(model.claims, runs.map((run) => run.looked))); },
    rulesRun: ordered.map((rule) => rule.id),
    baseline: exceptions.baseline,
    unexcepted: unexcepted(baselined.findings),
  };
}

function runsLast({ id, definition }: RunnableRule): boolean {
  return judgesExceptions(id) || definition.meta.needs === "run";
}

/** What one rule did. */
export interface Run {
  readonly rule: RunnableRule;
  readonly looked: Looked;
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
  readonly exceptions: Exceptions;
  readonly base: Answer<Base>;
  readonly memory: RuleMemory | undefined;
}

function runRule(rule: RunnableRule, model: AuditModel, surroundings: Surroundings): Run {
  const { meta } = rule.definition;
  if (meta.needs === "base" && surroundings.base.kind === "unknown") return { rule, looked: nothingLooked(), problems: [], reasons: [surroundings.base] };
  const check = (facts: Facts): Run => checkBy(rule, { model, facts }, surroundings);
  const { memory } = surroundings;
  // What judges the run, a base or the history rests on more than claims and facts.
  const repeats = !runsLast(rule) && meta.needs === undefined && meta.class !== "history";
  return memory === undefined || !repeats ? check(model.facts) : memory.run(rule.id, model.facts, check);
}

function nothingLooked(): Looked {
  return { kinds: new Set(), reported: [], open: [] };
}

function checkBy(rule: RunnableRule, { model, facts }: { readonly model: AuditModel; readonly facts: Facts }, { exceptions, base }: Surroundings): Run {
  const problems: Problem[] = [];
  const reasons: (string | Unknown)[] = [];
  const looked = nothingLooked();
  const context: RuleContext<unknown, string> = {
    claims: counted(model.claims, looked),
    facts,
    settings: model.settings,
    options: rule.options,
    exceptions,
    past: (day) => model.past(day),
    get base() { return baseFor(rule, base); },
    report: (messageId, claim, evidence = {}) => {
      problems.push(toProblem(rule.definition, { messageId, claim, evidence }));
      looked.reported.push([claim, rule.severity]);
    },
    notChecked: (reason, claim) => {
      reasons.push(reason);
      if (claim !== undefined) looked.open.push(claim);
    },
  };
  try {
    rule.definition.check(context as never);
  } catch (error) {
    throw failureOf(rule, error instanceof Error ? error : new Error(String(error)));
  }
  return { rule, looked, problems, reasons };
}

function baseFor({ definition }: RunnableRule, base: Answer<Base>): Base {
  if (definition.meta.needs !== "base" || base.kind === "unknown") throw new Error('it asks for the base, but its meta does not say `needs: "base"`');
  return base.value;
}

/** What ails the machine or git is no fault of the rule that happened to ask first. */
function failureOf({ id, plugin }: RunnableRule, cause: Error): Error {
  if (cause instanceof UsageError) return cause;
  if (plugin === undefined) return new Error(`rule ${id} failed: ${cause.message}`, { cause });
  return new UsageError(`The plugin ${plugin} failed in its rule ${id}: ${cause.message}.`, `Correct the plugin, turn ${id} off, or run with --no-plugins.`);
}
