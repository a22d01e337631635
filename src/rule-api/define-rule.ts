import { z } from "zod";
import type { Base, ClaimsAndFacts } from "../core/audit-model.ts";
import type { Claims, Quotation } from "../core/claims/claim.ts";
import { UsageError } from "../core/errors.ts";
import type { Exceptions } from "../core/exceptions.ts";
import type { Facts } from "../core/fact.ts";
import type { Fix, RuleClass, Severity } from "../core/finding.ts";
import type { Habit } from "../core/habit.ts";
import type { Place } from "../core/location.ts";
import type { Settings } from "../core/settings.ts";
import type { Answer, Unknown } from "../core/snapshot.ts";
import { definitionFault } from "./definition-fault.ts";

/**
 * What a rule may need: a tree to compare with (`base`; without one the rule is not checked), the outcome of all other rules (`run`),
 * a document (`queue`, `roadmap`, `ledger`; without it the rule does not apply), units of a layout or a document that lists them (`units`, `index`; likewise), or spec directories that have numbers (`numbers`; where
 * directories are there and too few of them have one, the rule is not checked).
 */
export type Need = "base" | "run" | "queue" | "roadmap" | "ledger" | "units" | "index" | "numbers";

/** Whether a rule says that it cannot run without something. */
export function needs({ needs: stated }: Pick<RuleMeta, "needs">, need: Need): boolean {
  return typeof stated === "string" ? stated === need : (stated ?? []).includes(need);
}

export interface RuleMeta {
  /** One line in the imperative: "Require every promoted candidate to point at a spec that exists". */
  readonly description: string;
  readonly severity: Severity;
  /** What the rule rests on; heuristics never fail a run unless the user turns them on by name. */
  readonly class: RuleClass;
  /** Version of queue-lint that first had the rule. */
  readonly since: string;
  /** Where the rule is described, for rules of a plugin; built-in ones have their page. */
  readonly url?: string;
  /** What the rule cannot run without. */
  readonly needs?: Need | readonly Need[];
  /** True for a rule that asks `facts.remote`: a server is asked only when such a rule is on, and the audit is online. */
  readonly online?: true;
  /** Which way each option lets more pass: with more (a longer list, a higher number, true) or with less. */
  readonly laxer?: Readonly<Record<string, "more" | "less">>;
  /** False for a rule that no preset turns on by itself. Default: true for facts, false for heuristics. */
  readonly recommended?: boolean;
}

/**
 * The words of a finding. `{name}` is a placeholder; each must be given a value by `report`, or the report is
 * refused. `message` is one sentence that stands alone; `fact` is the truth side; `help` says what to do.
 */
export interface MessageTemplate {
  readonly message: string;
  readonly fact: string;
  readonly help?: string;
  /** True when the message informs and accuses nobody: its findings are advisories, whatever the severity of the rule. */
  readonly isAdvisory?: true;
}

export interface Evidence<MessageId extends string = string> {
  /** Values of the placeholders. */
  readonly data?: Readonly<Record<string, string | number>>;
  /** The part of the claim that is wrong, when that is less than the whole: its place is the finding's. */
  readonly at?: Quotation | undefined;
  /** Where the truth can be read. */
  readonly factAt?: Place | undefined;
  /**
   * The identity of the fault, when it is not that of the claim: of two entries that share a rank either may come first, and the
   * fault must have one name in both orders.
   */
  readonly identity?: string;
  /** What would settle it, when there is exactly one sound answer. */
  readonly fix?: Fix | undefined;
  /** Says that the claim is a field which the repository may not keep up. */
  readonly habit?: ReportedHabit<MessageId>;
}

/**
 * A field that the repository may not keep up. From five reports on, where at least a third of the settled units contradict it, one finding takes their
 * place; where the repository says itself that it does not keep the field up, the claims are not checked.
 */
export interface ReportedHabit<MessageId extends string = string> extends Habit {
  /** What the one finding says. Its placeholders are those of `data`, `{count}`, `{settled}`, and `{first}`, the path of the first place. */
  readonly message: MessageId;
  /** Number of the unit that the claim is about: a repository may say it of some of them only. */
  readonly unit?: number;
}

export interface RuleContext<Options, MessageId extends string> {
  readonly claims: Claims;
  readonly facts: Facts;
  /** What the configuration says about the queue, for rules that judge by it. */
  readonly settings: Settings;
  readonly options: Options;
  /** The tree that this one is compared with; only for rules with `needs: "base"`. What is asked of it counts as examined nowhere. */
  readonly base: Base;
  /** Claims and facts at the end of an earlier day, an ISO 8601 date. */
  past(day: string): Answer<ClaimsAndFacts>;
  /** What comments and baseline hid. Only the rules of the group `suppression` run late enough to see any of it. */
  readonly exceptions: Exceptions;
  /** Reports that a claim does not hold. The claim's own words are quoted beside the truth. */
  report(message: MessageId, claim: Quotation & { readonly identity?: string }, evidence?: Evidence<MessageId>): void;
  /**
   * Says that something could not be established: one claim, or (without a claim) the whole rule. What the history could not tell
   * is handed on as it is: the preset `ci` makes it an error.
   */
  notChecked(reason: string | Unknown, claim?: Quotation): void;
}

export interface RuleDefinition<Schema extends z.ZodType = z.ZodType, MessageId extends string = string> {
  readonly meta: RuleMeta;
  /** A `z.strictObject` in which every key has a default and a description. */
  readonly options: Schema;
  readonly messages: Readonly<Record<MessageId, MessageTemplate>>;
  /** Pure and synchronous: compares claims with facts and reports. */
  check(context: RuleContext<z.output<Schema>, MessageId>): void;
}

/** A rule with its id, as the engine takes it. */
export interface Rule {
  readonly id: string;
  readonly definition: RuleDefinition;
  /** The plugin that it comes from, as the configuration names it; absent for built-in rules. */
  readonly plugin?: string;
  /** True for one that stands for what was not loaded: a plugin, or a rule of it. */
  readonly withheld?: boolean;
}

/**
 * Declares a rule. The id comes from the file: `rules/promotion/spec-exists.ts` is `promotion/spec-exists`.
 * Options and messages are checked against `check` at compile time. Throws a `UsageError` for what is not a rule.
 */
export function defineRule<Schema extends z.ZodType, MessageId extends string>(
  definition: RuleDefinition<Schema, MessageId>,
): RuleDefinition {
  const fault = definitionFault(definition);
  if (fault !== undefined)
    throw new UsageError(
      `The rule cannot be used: ${fault}.`,
      "Give meta, options, messages and check; docs/writing-a-rule.md shows a rule.",
      "defineRule(definition)",
    );
  return definition as unknown as RuleDefinition;
}

// Compiling a parser for each schema is for those who parse more than once.
z.config({ jitless: true });

/** The options of a rule that has none. */
export const noOptions = z.strictObject({});

export * as z from "./option-schemas.ts";
