import { changesSince, countOf, defineRule, isCalendarDay, namesOf, z } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Report a review date that spec directories or ledger rows have overtaken",
    severity: "warning",
    class: "history",
    since: "0.1.0",
  },
  options: z.strictObject({
    allow: z
      .int()
      .min(0)
      .default(0)
      .describe("How many spec directories or ledger rows may come or go before the review counts as overtaken."),
  }),
  messages: {
    behind: {
      message: "{path} was reviewed on {date}, and {count} came or went since.",
      fact: "since that day: {names}",
      help: "Review the document against them, then correct the date.",
    },
  },
  check({ claims, facts, options, past, report, notChecked }) {
    for (const review of claims.of("review-date")) {
      const date = /(?<![\d-])\d{4}-\d{2}-\d{2}(?!\d|-\d)/.exec(review.value)?.[0];
      // What is no day, or yet to come, is reported by review/date-valid. On the day itself everything counts as seen.
      if (date === undefined || !isCalendarDay(date) || date >= facts.today) continue;
      const then = past(date);
      if (then.kind === "unknown") {
        notChecked(then, review);
        continue;
      }
      const changes = changesSince(then.value, { claims, facts });
      if (changes === undefined) continue;
      if (changes.kind === "unknown") {
        notChecked(changes, review);
        continue;
      }
      if (changes.came.length + changes.went.length > options.allow)
        report("behind", review, {
          data: { path: review.path, date, count: countOf(changes), names: namesOf(changes) },
        });
    }
  },
});
