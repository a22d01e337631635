import { defineRule, z } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every spec directory from a configured number on to have an entry somewhere",
    severity: "info",
    class: "fact",
    since: "0.1.0",
    laxer: { from: "more" },
    needs: ["queue", "numbers"],
    recommended: false,
  },
  options: z.strictObject({
    from: z
      .int()
      .min(0)
      .default(1)
      .describe("The lowest spec number that must be named; older specs may have no trace."),
  }),
  messages: {
    unnamed: {
      message: "{directory} has no entry: the planning documents never name Spec {spec}.",
      fact: "no entry, removal record, ledger row or sentence names Spec {spec}; a cited path alone is not an entry",
      help: "Add “- {title} -> Spec {spec} (`{slug}`)” to the promoted section.",
    },
  },
  check({ claims, facts, options, report }) {
    const named = new Set<number>();
    for (const promoted of claims.of("promoted")) named.add(promoted.target.spec);
    for (const kind of ["candidate", "removal-record", "ledger-row"] as const) {
      for (const claim of claims.of(kind)) claim.targets.forEach((target) => named.add(target.spec));
    }
    for (const reference of claims.of("spec-reference")) named.add(reference.target.spec);
    for (const spec of facts.specs.all) {
      if (spec.number < options.from || named.has(spec.number)) continue;
      report("unnamed", spec, {
        data: { directory: spec.path, spec: spec.digits, slug: spec.slug, title: spec.title ?? spec.slug },
        factAt: { path: spec.path },
      });
    }
  },
});
