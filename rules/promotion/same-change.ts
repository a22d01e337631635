import { defineRule, noOptions, packageOf, promoteEntry, sameEntries, specWords } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require a change that adds the spec of a queued candidate to move the candidate, too",
    severity: "error",
    class: "history",
    since: "0.1.0",
    needs: ["base", "queue"],
  },
  options: noOptions,
  messages: {
    left: {
      message: "{directory} is new since {base}, but “{title}” is still under “{section}”.",
      fact: "{base} has no {directory}; it carries {what} of the candidate",
      help: "Move the candidate to the promoted section in the same change, as “- {title} -> {target}”.",
    },
  },
  check({ claims, facts, settings, base, report }) {
    const earlier = new Set(base.model.facts.specs.all.map(({ path }) => path));
    const fresh = new Set(facts.specs.all.filter(({ path }) => !earlier.has(path)));
    if (fresh.size === 0) return;
    const candidates = claims.of("candidate");
    for (const candidate of candidates.filter(({ role }) => role !== "promoted" && role !== "superseded")) {
      const spec = packageOf(candidate, facts);
      if (spec === undefined || !fresh.has(spec)) continue;
      // A deferred copy may stay beside the promoted line when it says so; what contradicts itself is reported by the rules about entries.
      if (sameEntries(candidate, candidates).some((other) => other.role === "promoted")) continue;
      // A renumbered directory is not a new spec.
      if (base.model.facts.specs.slugged(spec.slug) !== undefined) continue;
      const what = candidate.targets.some((target) => target.spec === spec.number) ? "the number" : "the title or slug";
      const data = {
        title: candidate.title,
        section: candidate.section,
        directory: spec.path,
        base: base.name,
        what,
        target: specWords(spec),
      };
      // What was parked or kept for a person needs a dated decision as well, which nobody can make up.
      const fix = candidate.role === "active" ? promoteEntry(candidate, spec, { claims, facts, settings }) : undefined;
      report("left", candidate, { data, factAt: { path: spec.path }, fix });
    }
  },
});
