import type { AuditModel, Base } from "../core/audit-model.ts";
import { UsageError } from "../core/errors.ts";
import { judgesExceptions, type Exceptions } from "../core/exceptions.ts";
import type { Facts } from "../core/fact.ts";
import type { Problem, Severity } from "../core/finding.ts";
import type { Answer, Unknown } from "../core/snapshot.ts";
import type { RuleContext, RuleDefinition } from "../rule-api/index.ts";
import type { RunMemory } from "./run-memory.ts";
import { examining, type Examined } from "./tally.ts";
import { toProblem } from "./to-finding.ts";

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
  readonly examined: Examined;
  readonly problems: readonly Problem[];
  readonly reasons: readonly (string | Unknown)[];
}

/** What the rules found in the tree before: see `RunMemory`. */
export type RuleMemory = RunMemory<Run>;

/** Whether a rule judges what the other rules did. */
export function runsLast({ id, definition }: RunnableRule): boolean {
  return judgesExceptions(id) || definition.meta.needs === "run";
}

/** What a rule is run with beside the model. */
export interface RunContext {
  readonly exceptions: Exceptions;
  readonly base: Answer<Base>;
  readonly memory: RuleMemory | undefined;
}

/** Whether a rule rests on claims, facts and what the other rules did, and on nothing else: a memory knows then when it comes to the same again. */
export function isRemembered({ definition: { meta } }: RunnableRule): boolean {
  return meta.needs === undefined && meta.class !== "history";
}

/** Runs one rule over a model. Throws as `runRules` says. */
export function runRule(rule: RunnableRule, model: AuditModel, run: RunContext): Run {
  const { memory, base } = run;
  if (rule.definition.meta.needs === "base" && base.kind === "unknown")
    return { rule, examined: nothingExamined(), problems: [], reasons: [base] };
  if (memory === undefined || !isRemembered(rule)) return checkBy(rule, { model, facts: model.facts }, run);
  const known = runsLast(rule) ? undefined : memory.recall(rule.id);
  return known ?? memory.keep(rule.id, checkBy(rule, { model, facts: memory.record(rule.id, model.facts) }, run));
}

function nothingExamined(): Examined {
  return { kinds: new Set(), reported: [], open: [] };
}

function checkBy(
  rule: RunnableRule,
  { model, facts }: { readonly model: AuditModel; readonly facts: Facts },
  { exceptions, base }: RunContext,
): Run {
  const problems: Problem[] = [];
  const reasons: (string | Unknown)[] = [];
  const examined = nothingExamined();
  const context: RuleContext<unknown, string> = {
    claims: examining(model.claims, examined),
    facts,
    settings: model.settings,
    options: rule.options,
    exceptions,
    past: (day) => model.past(day),
    get base() {
      return baseFor(rule, base);
    },
    report: (messageId, claim, evidence = {}) => {
      problems.push(toProblem(rule.definition, { messageId, claim, evidence }));
      examined.reported.push([claim, evidence.isAdvice === true ? "info" : rule.severity]);
    },
    notChecked: (reason, claim) => {
      reasons.push(reason);
      if (claim !== undefined) examined.open.push(claim);
    },
  };
  try {
    rule.definition.check(context as never);
  } catch (error) {
    throw failureOf(rule, error instanceof Error ? error : new Error(String(error)));
  }
  return { rule, examined, problems, reasons };
}

function baseFor({ definition }: RunnableRule, base: Answer<Base>): Base {
  if (definition.meta.needs !== "base" || base.kind === "unknown")
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
