import type { AuditModel } from "../core/audit-model.ts";
import type { Claims, Quoted } from "../core/claim.ts";
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

/** Which claims the rules asked for, and how they came out. A claim counts once, however many rules ask for it. */
class Tally {
  readonly examined = new Set<Quoted>();
  readonly broken = new Set<Quoted>();
  readonly unknown = new Set<Quoted>();

  coverage(): Coverage {
    const notChecked = [...this.unknown].filter((claim) => !this.broken.has(claim)).length;
    for (const claim of [...this.broken, ...this.unknown]) this.examined.add(claim);
    return { examined: this.examined.size, held: this.examined.size - this.broken.size - notChecked, broken: this.broken.size, notChecked };
  }
}

/** Runs every rule over the model. Pure; throws an `Error` that names the rule when one fails. */
export function runRules(rules: readonly RunnableRule[], model: AuditModel): RunResult {
  const tally = new Tally();
  const runs = rules.map((rule) => runRule(rule, model, tally));
  return {
    findings: distinctFingerprints(sortFindings(runs.flatMap((run) => run.problems.map((problem) => toFinding(run.rule, problem))))),
    problems: runs.flatMap((run) => run.problems.map((problem) => ({ rule: run.rule.id, problem }))),
    notChecked: runs.flatMap((run) => [...new Set(run.reasons)].map((reason) => ({ rule: run.rule.id, reason }))),
    coverage: tally.coverage(),
    rulesRun: rules.map((rule) => rule.id),
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
      problems.push(toProblem(rule, { messageId, claim, evidence }));
      // Advice does not break a claim.
      (rule.severity === "info" ? tally.examined : tally.broken).add(claim);
    },
    notChecked: (reason, claim) => {
      reasons.push(reason);
      if (claim !== undefined) tally.unknown.add(claim);
    },
  };
  try {
    rule.definition.check(context as never);
  } catch (error) {
    throw new Error(`rule ${rule.id} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return { rule, problems, reasons };
}


function counted(claims: Claims, tally: Tally): Claims {
  return {
    of: (kind) => {
      const found = claims.of(kind);
      for (const claim of found) tally.examined.add(claim);
      return found;
    },
  };
}
