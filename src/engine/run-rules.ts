import type { AuditModel } from "../core/audit-model.ts";
import type { Claims, Quoted } from "../core/claim.ts";
import { UsageError } from "../core/errors.ts";
import type { Coverage, Finding, NotChecked, Problem, Severity } from "../core/finding.ts";
import type { RuleContext, RuleDefinition } from "../rule-api/index.ts";
import { distinctFingerprints, sortFindings } from "./sort-findings.ts";
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

/** Runs every rule over the model, in the order of their ids. Pure; throws an `Error` that names the rule when one fails, a `UsageError` when it is a plugin's. */
export function runRules(rules: readonly RunnableRule[], model: AuditModel): RunResult {
  const tally = new Tally();
  const ordered = [...rules].sort((one, other) => (one.id < other.id ? -1 : 1));
  const runs = ordered.map((rule) => runRule(rule, model, tally));
  return {
    findings: distinctFingerprints(sortFindings(runs.flatMap((run) => run.problems.map((problem) => toFinding(run.rule, problem))))),
    problems: runs.flatMap((run) => run.problems.map((problem) => ({ rule: run.rule.id, problem }))),
    notChecked: runs.flatMap((run) => [...new Set(run.reasons)].map((reason) => ({ rule: run.rule.id, reason }))),
    coverage: tally.coverage(),
    rulesRun: ordered.map((rule) => rule.id),
  };
}

interface Run {
  readonly rule: RunnableRule;
  readonly problems: readonly Problem[];
  readonly reasons: readonly string[];
}

function runRule(rule: RunnableRule, model: AuditModel, tally: Tally): Run {
  const problems: Problem[] = [];
  const reasons: string[] = [];
  const context: RuleContext<unknown, string> = {
    claims: counted(model.claims, tally),
    facts: model.facts,
    settings: model.settings,
    options: rule.options,
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
