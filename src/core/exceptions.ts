import type { GrownEntry, JudgedEntry } from "./baseline.ts";
import type { Edit, UncheckedClaim } from "./finding.ts";
import type { SuppressionClaim } from "./claims/suppression-claim.ts";

/** What the exceptions of a run did. Rules of the group `suppression`, which run after all others, judge by it. */
export interface Exceptions {
  /** The ids of all rules that could be named, whether or not they ran. */
  readonly ruleIds: readonly string[];
  /** False when plugins were not loaded, so that a rule may exist which `ruleIds` does not name. */
  readonly complete: boolean;
  /** How many findings of a rule a comment hides. */
  hidden(claim: SuppressionClaim, rule: string): number;
  /** Why it proves nothing that a rule found nothing: it is off, or was not checked in full. Undefined when it does. */
  inconclusive(rule: string): string | undefined;
  /** The entries of the baseline; empty without one. */
  readonly baseline: readonly JudgedEntry[];
  /** What the baseline holds beyond that of the base; empty when the base has none: the first one is not growth. */
  readonly grown: readonly GrownEntry[];
  /** What the other rules could not check. */
  readonly notChecked: readonly UncheckedClaim[];
  /** Takes everything that no longer occurs out of the baseline; undefined when nothing does. */
  readonly prune: Edit | undefined;
}

/** The group whose rules judge exceptions: they run last, and nothing hides what they find. */
const judgingGroup = "suppression/";

/** The rules that say whether a change weakens what judges it, or leaves nothing to judge: the change itself cannot turn them off. */
export const guardingRules = ["suppression/configuration-weakened", "scope/not-empty"] as const;

/** Whether neither a comment nor the baseline can hide what a rule finds. */
export function cannotBeHidden(rule: string): boolean {
  return judgesExceptions(rule) || guardingRules.some((id) => id === rule);
}

/** Whether a rule judges exceptions and so runs after all others. */
export function judgesExceptions(rule: string): boolean {
  return rule.startsWith(judgingGroup);
}
