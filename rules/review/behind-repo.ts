import { changesSinceReview, countOf, defineRule, namesOf, reviewDay, z } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Report a review date that spec directories or ledger rows have overtaken",
    severity: "warning",
    class: "history",
    since: "0.1.0",
    laxer: { allow: "more" },
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
  check(context) {
    const { claims, facts, options, report } = context;
    // What one document has missed is said once.
    const said = new Set<string>();
    for (const review of claims.of("review-date")) {
      const date = reviewDay(review);
      // What is not a day, or yet to come, is reported by review/date-valid. On the day itself everything counts as seen.
      if (date === undefined || date >= facts.today) continue;
      const changes = changesSinceReview(review, date, context);
      const key = changes && [...changes.came, "-", ...changes.went].join("\n");
      if (changes === undefined || key === undefined || said.has(key)) continue;
      said.add(key);
      if (changes.came.length + changes.went.length > options.allow)
        report("behind", review, {
          data: { path: review.path, date, count: countOf(changes), names: namesOf(changes) },
        });
    }
  },
});
