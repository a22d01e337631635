import { isCalendarDay } from "../../core/calendar.ts";
import type { ReviewDateClaim } from "../../core/claims/claim.ts";
import type { RuleContext } from "../define-rule.ts";
import { changesSince, type RepositoryChanges } from "./repository-changes.ts";

/** The first ISO date that a review states, whether the calendar has it or not; undefined when there is none. */
export function reviewDate({ value }: Pick<ReviewDateClaim, "value">): string | undefined {
  return /(?<![\d-])\d{4}-\d{2}-\d{2}(?!\d|-\d)/.exec(value)?.[0];
}

/** The day of a review, as an ISO date; undefined when it states none that the calendar has. */
export function reviewDay(review: Pick<ReviewDateClaim, "value">): string | undefined {
  const date = reviewDate(review);
  return date !== undefined && isCalendarDay(date) ? date : undefined;
}

/** What came and went since a day; undefined when nothing did, or when the history does not tell, which makes the review one that was not checked. */
export function changesSinceReview(
  review: ReviewDateClaim,
  day: string,
  { claims, facts, past, notChecked }: Pick<RuleContext<unknown, string>, "claims" | "facts" | "past" | "notChecked">,
): RepositoryChanges | undefined {
  const then = past(day);
  const changes = then.kind === "unknown" ? then : changesSince(then.value, { claims, facts });
  if (changes?.kind !== "unknown") return changes;
  notChecked(changes, review);
  return undefined;
}
