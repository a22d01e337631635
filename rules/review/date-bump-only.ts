import {
  changesSinceReview,
  countOf,
  defineRule,
  namesOf,
  noOptions,
  reviewDay,
  type Facts,
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
  check(context) {
    const { claims, facts, base, report } = context;
    for (const review of claims.of("review-date")) {
      const earlier = base.model.claims.of("review-date").find(({ path }) => path === review.path);
      const [before, after] = [earlier && reviewDay(earlier), reviewDay(review)];
      if (
        before === undefined ||
        after === undefined ||
        before >= after ||
        !isSame(review.path, [before, after], [base.model.facts, facts])
      )
        continue;
      const changes = changesSinceReview(review, before, context);
      if (changes === undefined) continue;
      report("bumped", review, {
        data: { path: review.path, before, after, count: countOf(changes), names: namesOf(changes) },
      });
    }
  },
});

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
