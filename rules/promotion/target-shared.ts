import { defineRule, noOptions, type PromotedClaim } from "../../src/rule-api/index.ts";

const allowed = ["merged", "refreshed", "shared"];

export default defineRule({
  meta: {
    description: "Disallow two candidates promoted to one spec, unless marked as merged or refreshed",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
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
    const first = new Map<number, PromotedClaim>();
    for (const promoted of claims.of("promoted")) {
      const { spec, digits, slug } = promoted.target;
      // A slug that names another directory is the fault itself: promotion/slug-matches reports the line.
      const numbered = facts.specs.numbered(spec);
      if (slug !== undefined && numbered.length > 0 && !numbered.some((one) => one.slug === slug)) continue;
      const earlier = first.get(spec);
      if (earlier === undefined) first.set(spec, promoted);
      if (earlier === undefined || earlier.key === promoted.key) continue;
      if ([...earlier.marks, ...promoted.marks].some((mark) => allowed.includes(mark))) continue;
      const { path, line } = earlier.location;
      report("shared", promoted, { data: { candidate: promoted.title, spec: digits, other: earlier.title, line }, factAt: { path, line } });
    }
  },
});
