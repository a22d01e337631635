import { isCalendarDay } from "../../core/calendar.ts";
import type { ReviewDateClaim } from "../../core/claims/claim.ts";
import { statedDay } from "../../core/stated-day.ts";
import type { RuleContext } from "../define-rule.ts";
import { changesSince, type RepositoryChanges } from "./repository-changes.ts";
import { unmentionedChanges } from "./unmentioned-changes.ts";

/** The day of a review, as an ISO date; undefined when it states none that the calendar has, or one that could be two days. */
export function reviewDay({ value }: Pick<ReviewDateClaim, "value">): string | undefined {
  const date = statedDay(value);
  return date !== undefined && isCalendarDay(date) ? date : undefined;
}

type ReviewContext = Pick<RuleContext<unknown, string>, "claims" | "facts" | "past" | "notChecked">;

/**
 * What came and went since a day and no planning document speaks of: a document that names a spec has seen it, and its siblings need not. Undefined when
 * nothing did, or when the history does not tell, which makes the review one that was not checked.
 */
export function changesSinceReview(
  review: ReviewDateClaim,
  day: string,
  { claims, facts, past, notChecked }: ReviewContext,
): RepositoryChanges | undefined {
  const then = past(day);
  const changes = then.kind === "unknown" ? then : changesSince(then.value, { claims, facts });
  if (changes?.kind === "unknown") {
    notChecked(changes, review);
    return undefined;
  }
  return changes && unmentionedChanges(changes, review, { claims, facts });
}
