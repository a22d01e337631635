import { defineRule, isSoundTarget, keysOf, noOptions, type PromotedClaim } from "../../src/rule-api/index.ts";

const allowed = ["merged", "refreshed", "shared"];

export default defineRule({
  meta: {
    description: "Disallow two candidates promoted to one spec, unless marked as merged or refreshed",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    shared: {
      message: "“{candidate}” is promoted to Spec {spec}, as is “{other}”.",
      fact: "the line at {line} promotes “{other}” to Spec {spec}",
      help: "Correct the number of one of them, or mark the line with “merged” or “refreshed” if the spec covers both.",
    },
  },
  check({ claims, facts, report }) {
    const repeated = repeatedSpecs(claims.of("promoted"));
    const first = new Map<number, PromotedClaim>();
    for (const promoted of repeated.size === 0 ? [] : claims.of("promoted")) {
      const { spec, digits } = promoted.target;
      if (!repeated.has(spec)) continue;
      // A line whose number or slug is wrong is reported by promotion/spec-exists or promotion/slug-matches.
      if (facts.specs.root !== undefined && !isSoundTarget(promoted.target, facts)) continue;
      const earlier = first.get(spec);
      if (earlier === undefined) first.set(spec, promoted);
      // One title, or its former title, twice is the business of reference/entry-unique.
      if (earlier === undefined || keysOf(earlier).some((key) => keysOf(promoted).includes(key))) continue;
      if ([...earlier.marks, ...promoted.marks].some((mark) => allowed.includes(mark))) continue;
      const { path, line } = earlier.location;
      report("shared", promoted, {
        data: { candidate: promoted.title, spec: digits, other: earlier.title, line },
        factAt: { path, line },
        identity: `spec ${spec} shared`,
      });
    }
  },
});

/** In most queues there are none, and then nothing else is looked at. */
function repeatedSpecs(all: readonly PromotedClaim[]): ReadonlySet<number> {
  const seen = new Set<number>();
  return new Set(all.map(({ target }) => target.spec).filter((spec) => seen.has(spec) || !seen.add(spec)));
}
