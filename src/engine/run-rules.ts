import type { AuditModel } from "../core/audit-model.ts";
import type { JudgedEntry } from "../core/baseline.ts";
import type { Claims, Quoted } from "../core/claim.ts";
import { UsageError } from "../core/errors.ts";
import { judgesExceptions, type Exceptions } from "../core/exceptions.ts";
import type { Coverage, Finding, NotChecked, Problem, Severity } from "../core/finding.ts";
import type { RuleContext, RuleDefinition } from "../rule-api/index.ts";
import { applyBaseline } from "./apply-baseline.ts";
import { judgeExceptions, noExceptions, type GivenExceptions } from "./judge-exceptions.ts";
import { distinctFingerprints, sortFindings } from "./sort-findings.ts";
import { suppress } from "./suppress.ts";
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

/** What the rules looked at, and how it came out. A claim counts once, however many rules ask for it. */
class Tally {
  readonly #examined = new Set<Quoted | string>();
  readonly #broken = new Set<Quoted | string>();
  readonly #unknown = new Set<Quoted | string>();

  examine(claim: Quoted): void {
    this.#examined.add(claim);
  }

  /** Advice does not break a claim. */
  report(claim: Quoted, severity: Severity): void {
    (severity === "info" ? this.#examined : this.#broken).add(this.#identify(claim));
  }

  leaveOpen(claim: Quoted): void {
    this.#unknown.add(this.#identify(claim));
  }

  coverage(): Coverage {
    const examined = new Set([...this.#examined, ...this.#broken, ...this.#unknown]).size;
    const broken = this.#broken.size;
    const notChecked = [...this.#unknown].filter((claim) => !this.#broken.has(claim)).length;
    return { examined, held: examined - broken - notChecked, broken, notChecked };
  }

  /** A claim is itself; what is none (a directory, a part of a claim) is the place where it stands. */
  #identify(claim: Quoted): Quoted | string {
    const { path, offset, endOffset } = claim.location;
    return this.#examined.has(claim) ? claim : `${path}:${offset}:${endOffset}`;
  }
}

/**
 * Runs every rule over the model, in the order of their ids; then hides what comments and baseline except, and runs the
 * rules that judge these exceptions. Pure; throws an `Error` that names the rule when one fails, a `UsageError` when it is
 * a plugin's.
 */
export function runRules(rules: readonly RunnableRule[], model: AuditModel, given: GivenExceptions = {}): RunResult {
  const tally = new Tally();
  const ordered = [...rules].sort((one, other) => (one.id < other.id ? -1 : 1));
  const first = ordered.filter((rule) => !judgesExceptions(rule.id)).map((rule) => runRule(rule, model, { tally, exceptions: noExceptions }));
  const { findings, hidden } = suppress(sortFindings(findingsOf(first)), model.claims.of("suppression"), model.facts.today);
  const baselined = applyBaseline(findings, given.baseline);
  const exceptions = judgeExceptions({ model, rulesRun: first.map(({ rule }) => rule.id), notChecked: notCheckedIn(first), hidden, counts: baselined.counts }, given);
  const last = ordered.filter((rule) => judgesExceptions(rule.id)).map((rule) => runRule(rule, model, { tally, exceptions }));
  const runs = [...first, ...last].sort((one, other) => (one.rule.id < other.rule.id ? -1 : 1));
  return {
    findings: distinctFingerprints(sortFindings([...baselined.findings, ...findingsOf(last)])),
    problems: runs.flatMap((run) => run.problems.map((problem) => ({ rule: run.rule.id, problem }))),
    notChecked: notCheckedIn(runs),
    coverage: tally.coverage(),
    rulesRun: ordered.map((rule) => rule.id),
    baseline: exceptions.baseline,
    unexcepted: unexcepted(baselined.findings),
  };
}

interface Run {
  readonly rule: RunnableRule;
  readonly problems: readonly Problem[];
  readonly reasons: readonly string[];
}

function findingsOf(runs: readonly Run[]): Finding[] {
  return runs.flatMap((run) => run.problems.map((problem) => toFinding(run.rule, problem)));
}

function notCheckedIn(runs: readonly Run[]): NotChecked[] {
  return runs.flatMap((run) => [...new Set(run.reasons)].map((reason) => ({ rule: run.rule.id, reason })));
}

function unexcepted(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { fingerprint, suppressed } of findings) if (!suppressed) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  return counts;
}

interface Surroundings {
  readonly tally: Tally;
  readonly exceptions: Exceptions;
}

function runRule(rule: RunnableRule, model: AuditModel, { tally, exceptions }: Surroundings): Run {
  const problems: Problem[] = [];
  const reasons: string[] = [];
  const context: RuleContext<unknown, string> = {
    claims: counted(model.claims, tally),
    facts: model.facts,
    settings: model.settings,
    options: rule.options,
    exceptions,
    report: (messageId, claim, evidence = {}) => {
      problems.push(toProblem(rule.definition, { messageId, claim, evidence }));
      tally.report(claim, rule.severity);
    },
    notChecked: (reason, claim) => {
      reasons.push(reason);
      if (claim !== undefined) tally.leaveOpen(claim);
    },
  };
  try {
    rule.definition.check(context as never);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (rule.plugin !== undefined) throw new UsageError(`The plugin ${rule.plugin} failed in its rule ${rule.id}: ${reason}.`, `Correct the plugin, turn ${rule.id} off, or run with --no-plugins.`);
    throw new Error(`rule ${rule.id} failed: ${reason}`, { cause: error });
  }
  return { rule, problems, reasons };
}

function counted(claims: Claims, tally: Tally): Claims {
  return {
    of: (kind) => {
      const found = claims.of(kind);
      for (const claim of found) tally.examine(claim);
      return found;
    },
  };
}
