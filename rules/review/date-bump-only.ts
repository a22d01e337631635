import {
  changesSince,
  countOf,
  defineRule,
  isCalendarDay,
  namesOf,
  noOptions,
  type Facts,
  type ReviewDateClaim,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow a new review date on a document that did not change although the repository did",
    severity: "warning",
    class: "history",
    since: "0.1.0",
    needs: "base",
  },
  options: noOptions,
  messages: {
    bumped: {
      message: "The review date of {path} moved from {before} to {after}, and nothing else in it did.",
      fact: "{count} came or went since {before}: {names}",
      help: "Compare the document with what changed, or leave the date as it was.",
    },
  },
  check({ claims, facts, base, past, report, notChecked }) {
    for (const review of claims.of("review-date")) {
      const earlier = base.model.claims.of("review-date").find(({ path }) => path === review.path);
      const [before, after] = [dateOf(earlier), dateOf(review)];
      if (
        before === undefined ||
        after === undefined ||
        before >= after ||
        !isSame(review.path, [before, after], [base.model.facts, facts])
      )
        continue;
      const then = past(before);
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
      report("bumped", review, {
        data: { path: review.path, before, after, count: countOf(changes), names: namesOf(changes) },
      });
    }
  },
});

function dateOf(review: ReviewDateClaim | undefined): string | undefined {
  const date = /(?<![\d-])\d{4}-\d{2}-\d{2}(?!\d|-\d)/.exec(review?.value ?? "")?.[0];
  return date !== undefined && isCalendarDay(date) ? date : undefined;
}

/** Whether two texts differ by the date and by white space alone. */
function isSame(
  path: string,
  [before, after]: readonly [string, string],
  [then, now]: readonly [Facts, Facts],
): boolean {
  const [old, current] = [then.paths.read(path), now.paths.read(path)];
  const bare = (text: string, date: string): string => text.replaceAll(date, "").replaceAll(/\s+/g, " ").trim();
  return old.ok && current.ok && bare(old.text, before) === bare(current.text, after);
}
