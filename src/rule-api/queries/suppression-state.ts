import { isCalendarDay } from "../../core/calendar.ts";
import type { SuppressionClaim } from "../../core/claims/claim.ts";
import { isPlaceholder } from "../../core/placeholder.ts";

/** Whether a comment hides anything, or why not: it gives no reason, its day has passed, or its date is none. */
export type SuppressionState = "in force" | "without reason" | "expired" | "undated";

/** `today` is an ISO 8601 date. The day that a comment names is the last on which it holds. */
export function suppressionState(
  { reason, until }: Pick<SuppressionClaim, "reason" | "until">,
  today: string,
): SuppressionState {
  if (isPlaceholder(reason)) return "without reason";
  if (until === undefined) return "in force";
  if (!isCalendarDay(until)) return "undated";
  return until < today ? "expired" : "in force";
}
