import {
  changesSinceReview,
  countOf,
  defineRule,
  namesOf,
  noOptions,
  reviewDay,
  startOf,
  type Facts,
  type ReviewDateClaim,
  type RuleContext,
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
    removed: {
      message: "{path} stated in {base} that it was reviewed on {date}, and states no review date now.",
      fact: "its header has no review date",
      help: "Put the date back, or write the day of the last review.",
    },
    bumped: {
      message: "The review date of {path} moved from {before} to {after}, and nothing else in it did.",
      fact: "{count} came or went since {before}: {names}",
      help: "Compare the document with what changed, or leave the date as it was.",
    },
  },
  check(context) {
    const { claims, facts, base, report } = context;
    for (const gone of goneDates(context))
      report("removed", gone, { data: { path: gone.path, base: base.name, date: gone.value } });
    for (const review of claims.of("review-date")) {
      const earlier = base.model.claims.of("review-date").find(({ path }) => path === review.path);
      const [before, after] = [earlier && reviewDay(earlier), reviewDay(review)];
      if (
        earlier === undefined ||
        before === undefined ||
        after === undefined ||
        before >= after ||
        !isSame([earlier, review], [base.model.facts, facts])
      )
        continue;
      // What this very change brings is what the date is set for.
      const changes = changesSinceReview(review, before, { ...context, ...base.model });
      if (changes === undefined) continue;
      report("bumped", review, {
        data: { path: review.path, before, after, count: countOf(changes), names: namesOf(changes) },
      });
    }
  },
});

/** Dates of the base whose documents are still there and state none. */
function goneDates({ claims, facts, base }: Pick<RuleContext<unknown, string>, "claims" | "facts" | "base">) {
  const dated = new Set(claims.of("review-date").map(({ path }) => path));
  return base.model.claims
    .of("review-date")
    .filter((date) => reviewDay(date) !== undefined && !dated.has(date.path) && facts.paths.read(date.path).ok)
    .map((date) => ({ ...date, location: startOf(date.path) }));
}

/** Whether two texts differ by their review dates and by white space alone. */
function isSame(
  [before, after]: readonly [ReviewDateClaim, ReviewDateClaim],
  [then, now]: readonly [Facts, Facts],
): boolean {
  const [old, current] = [then.paths.read(before.path), now.paths.read(after.path)];
  const bare = (text: string, { location }: ReviewDateClaim): string =>
    `${text.slice(0, location.offset)}${text.slice(location.endOffset)}`.replaceAll(/\s+/g, " ").trim();
  return old.ok && current.ok && bare(old.text, before) === bare(current.text, after);
}
