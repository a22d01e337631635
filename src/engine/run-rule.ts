import type { AuditModel, Base } from "../core/audit-model.ts";
import type { Claims } from "../core/claims/claim.ts";
import { derived } from "../core/derived.ts";
import { UnreadableBaseError, UsageError } from "../core/errors.ts";
import { judgesExceptions, type Exceptions } from "../core/exceptions.ts";
import type { Facts } from "../core/fact.ts";
import type { Problem, Severity } from "../core/finding.ts";
import type { Location } from "../core/location.ts";
import { mergeConflicts } from "../core/merge-conflicts.ts";
import type { Quotation } from "../core/quotation.ts";
import type { Settings } from "../core/settings.ts";
import type { Answer, Unknown } from "../core/snapshot.ts";
import { needs, type RuleContext, type RuleDefinition } from "../rule-api/index.ts";
import { obstacleTo } from "./rule-obstacle.ts";
import { examining, type Examined } from "./tally.ts";
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
  readonly examined: Examined;
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
export interface RunContext {
  readonly exceptions: Exceptions;
  readonly base: Answer<Base>;
}

/** Runs one rule over a model. Throws as `runRules` says. */
export function runRule(rule: RunnableRule, model: AuditModel, { exceptions, base }: RunContext): Run {
  const nothing = { rule, examined: nothingExamined(), problems: [] };
  try {
    const obstacle = obstacleTo(rule.definition.meta, model, base);
    if (obstacle?.applies === false) return { ...nothing, reasons: [], inapplicable: obstacle.reason };
    if (obstacle !== undefined) return { ...nothing, reasons: [obstacle.reason] };
    const check = new Check(rule, model, { exceptions, base });
    rule.definition.check(check as never);
    return check.run;
  } catch (error) {
    if (error instanceof UnreadableBaseError)
      return { ...nothing, reasons: [{ kind: "unknown", reason: error.message }] };
    throw failureOf(rule, error instanceof Error ? error : new Error(String(error)));
  }
}

/** What a rule is given, and what it says. A class: to put a getter on an object of its own each time takes as long as most rules. */
class Check implements RuleContext<unknown, string> {
  readonly claims: Claims;
  readonly facts: Facts;
  readonly settings: Settings;
  readonly options: unknown;
  readonly exceptions: Exceptions;
  readonly past: AuditModel["past"];
  readonly report: RuleContext<unknown, string>["report"];
  readonly notChecked: RuleContext<unknown, string>["notChecked"];
  readonly #rule: RunnableRule;
  readonly #base: Answer<Base>;
  readonly #examined = nothingExamined();
  readonly #problems: Problem[] = [];
  readonly #reasons: (string | Unknown)[] = [];

  constructor(rule: RunnableRule, model: AuditModel, { exceptions, base }: RunContext) {
    this.#rule = rule;
    this.#base = base;
    this.claims = examining(model.claims, this.#examined);
    this.facts = model.facts;
    this.settings = model.settings;
    this.options = rule.options;
    this.exceptions = exceptions;
    this.past = (day) => model.past(day);
    this.report = (messageId, claim, evidence = {}) => {
      const places = [claim.location, evidence.at?.location ?? claim.location];
      if (rule.id !== conflictRule && places.some((place) => isInConflict(place, this.facts))) {
        this.notChecked(`${claim.location.path} has an unresolved merge conflict`, claim);
        return;
      }
      const { habit } = evidence;
      const declared = habit === undefined ? undefined : this.facts.declarations.unkept(habit.field, habit.unit);
      if (declared !== undefined) {
        this.notChecked(notKept(declared), claim);
        return;
      }
      const problem = toProblem(rule.definition, { messageId, claim, evidence });
      this.#problems.push(problem);
      this.#examined.reported.push([claim, severityOf(rule, problem)]);
    };
    this.notChecked = (reason, claim) => {
      this.#reasons.push(reason);
      if (claim !== undefined) this.#examined.open.push(claim);
    };
  }

  get base(): Base {
    return baseFor(this.#rule, this.#base);
  }

  get run(): Run {
    return { rule: this.#rule, examined: this.#examined, problems: this.#problems, reasons: this.#reasons };
  }
}

/** The rule that says so. */
const conflictRule = "scope/conflict-marker";

/** The lines, counted from 1, of each file of a tree that are between the marks of a conflict. */
const conflictLines = derived<Facts, Map<string, ReadonlySet<number>>>();

/** Whether a claim is in lines that git could not merge: which side holds is not decided. */
function isInConflict({ path, line }: Location, facts: Facts): boolean {
  const known = conflictLines(facts, () => new Map());
  const lines = known.get(path) ?? linesInConflict(path, facts);
  known.set(path, lines);
  return lines.has(line);
}

function linesInConflict(path: string, { paths }: Facts): ReadonlySet<number> {
  const result = paths.read(path);
  const conflicts = result.ok ? mergeConflicts(result.text) : [];
  return new Set(
    conflicts.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, index) => start + index + 1)),
  );
}

function nothingExamined(): Examined {
  return { kinds: new Set(), reported: [], open: [] };
}

function notKept({ text, location: { path, line } }: Quotation): string {
  return `${path}:${line} says that it is not kept up: “${text.length > 120 ? `${text.slice(0, 119)}…` : text}”`;
}

function baseFor({ definition }: RunnableRule, base: Answer<Base>): Base {
  if (!needs(definition.meta, "base") || base.kind === "unknown")
    throw new Error('it asks for the base, but its meta does not say `needs: "base"`');
  return base.value;
}

/** What ails the machine or git is not a fault of the rule that happened to ask first. */
function failureOf({ id, plugin }: RunnableRule, cause: Error): Error {
  if (cause instanceof UsageError) return cause;
  if (plugin === undefined) return new Error(`rule ${id} failed: ${cause.message}`, { cause });
  return new UsageError(
    `The plugin ${plugin} failed in its rule ${id}: ${cause.message}.`,
    `Correct the plugin, turn ${id} off, or run with --no-plugins.`,
  );
}
