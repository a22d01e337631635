import type { AuditModel, Base } from "../core/audit-model.ts";
import { UsageError } from "../core/errors.ts";
import { judgesExceptions, type Exceptions } from "../core/exceptions.ts";
import type { Problem, Severity } from "../core/finding.ts";
import type { Answer, Unknown } from "../core/snapshot.ts";
import { needs, type RuleContext, type RuleDefinition } from "../rule-api/index.ts";
import { obstacleTo } from "./rule-obstacle.ts";
import { counted, type Looked } from "./tally.ts";
import { severityOf, toProblem } from "./to-finding.ts";

/** A rule that is on, as the configuration resolved it. */
export interface RunnableRule {
  readonly id: string;
  readonly definition: RuleDefinition;
  readonly severity: Severity;
  readonly options: unknown;
  /** The plugin that it comes from, as the configuration names it. */
  readonly plugin?: string;
}

/** What one rule did. */
export interface Run {
  readonly rule: RunnableRule;
  readonly looked: Looked;
  readonly problems: readonly Problem[];
  readonly reasons: readonly (string | Unknown)[];
  /** Why the rule has nothing to do here; undefined when it has. */
  readonly inapplicable?: string;
}

/** Whether a rule judges what the other rules did. */
export function runsLast({ id, definition }: RunnableRule): boolean {
  return judgesExceptions(id) || needs(definition.meta, "run");
}

/** What a rule is run with beside the model. */
export interface Surroundings {
  readonly exceptions: Exceptions;
  readonly base: Answer<Base>;
}

/** Runs one rule over a model. Throws as `runRules` says. */
export function runRule(rule: RunnableRule, model: AuditModel, { exceptions, base }: Surroundings): Run {
  const looked: Looked = { kinds: new Set(), reported: [], open: [] };
  const obstacle = obstacleTo(rule.definition.meta, model, base);
  if (obstacle?.applies === false) return { rule, looked, problems: [], reasons: [], inapplicable: obstacle.reason };
  if (obstacle !== undefined) return { rule, looked, problems: [], reasons: [obstacle.reason] };
  const problems: Problem[] = [];
  const reasons: (string | Unknown)[] = [];
  const context: RuleContext<unknown, string> = {
    claims: counted(model.claims, looked),
    facts: model.facts,
    settings: model.settings,
    options: rule.options,
    exceptions,
    past: (day) => model.past(day),
    get base() {
      return baseFor(rule, base);
    },
    report: (messageId, claim, evidence = {}) => {
      const problem = toProblem(rule.definition, { messageId, claim, evidence });
      problems.push(problem);
      looked.reported.push([claim, severityOf(rule, problem)]);
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
  if (!needs(definition.meta, "base") || base.kind === "unknown")
    throw new Error('it asks for the base, but its meta does not say `needs: "base"`');
  return base.value;
}

/** What ails the machine or git is no fault of the rule that happened to ask first. */
function failureOf({ id, plugin }: RunnableRule, cause: Error): Error {
  if (cause instanceof UsageError) return cause;
  if (plugin === undefined) return new Error(`rule ${id} failed: ${cause.message}`, { cause });
  return new UsageError(
    `The plugin ${plugin} failed in its rule ${id}: ${cause.message}.`,
    `Correct the plugin, turn ${id} off, or run with --no-plugins.`,
  );
}
