import { defineRule, indexBy, isSoundTarget, keysOf, noOptions, type PromotedClaim } from "../../src/rule-api/index.ts";

const promotedByKey = indexBy((one: PromotedClaim) => keysOf(one));

export default defineRule({
  meta: {
    description: "Require one candidate to be promoted to one spec, unless it is marked as split",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    again: {
      message: "“{candidate}” is promoted to Spec {spec} and to Spec {other}.",
      fact: "the line at {line} promotes it to Spec {other}",
      help: "Keep the line that is true, or mark both with “split” if the candidate became two specs.",
    },
  },
  check({ claims, facts, report }) {
    const all = claims.of("promoted");
    const seen = new Map<string, PromotedClaim>();
    for (const promoted of all) {
      const own = keysOf(promoted);
      if (!own.some((key) => promotedByKey(all, key).length > 1)) continue;
      // A line whose number or slug is wrong is reported by promotion/spec-exists or promotion/slug-matches.
      if (facts.specs.root !== undefined && !isSoundTarget(promoted.target, facts)) continue;
      const earlier = own.map((key) => seen.get(key)).find((one) => one !== undefined);
      for (const key of own) if (!seen.has(key)) seen.set(key, promoted);
      if (earlier === undefined || earlier.target.spec === promoted.target.spec) continue;
      if (earlier.marks.includes("split") || promoted.marks.includes("split")) continue;
      const { path, line } = earlier.location;
      report("again", promoted, {
        data: { candidate: promoted.title, spec: promoted.target.digits, other: earlier.target.digits, line },
        factAt: { path, line },
        // Either of the two may come first.
        identity: [earlier.key, promoted.key].sort()[0] ?? promoted.key,
      });
    }
  },
});
