import {
  defineRule,
  isSoundTarget,
  keysOf,
  noOptions,
  placeOf,
  promotedByKey,
  type Candidate,
  type PromotedClaim,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require one candidate to be promoted to one spec, unless it is marked as split",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
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
    const entries = claims.of("candidate");
    const seen = new Map<string, PromotedClaim>();
    for (const promoted of claims.of("promoted")) {
      const own = keysOf(promoted);
      if (!own.some((key) => isRepeated(promotedByKey(entries, key)))) continue;
      // A line whose number or slug is wrong is reported by promotion/spec-exists or promotion/slug-matches.
      if (facts.specs.root !== undefined && !isSoundTarget(promoted.target, facts)) continue;
      const earlier = own.map((key) => seen.get(key)).find((one) => one !== undefined);
      for (const key of own) if (!seen.has(key)) seen.set(key, promoted);
      if (earlier !== undefined && isContrary(earlier, promoted))
        report("again", promoted, {
          data: {
            candidate: promoted.title,
            spec: promoted.target.digits,
            other: earlier.target.digits,
            line: earlier.location.line,
          },
          factAt: placeOf(earlier),
          // Either of the two may come first.
          identity: earlier.key < promoted.key ? earlier.key : promoted.key,
        });
    }
  },
});

function isContrary(earlier: PromotedClaim, later: PromotedClaim): boolean {
  return (
    earlier.target.spec !== later.target.spec && !earlier.marks.includes("split") && !later.marks.includes("split")
  );
}

/** Whether several lines promote an entry, or one to several specs. */
function isRepeated(lines: readonly Candidate[]): boolean {
  return lines.length > 1 || (lines[0]?.targets.length ?? 0) > 1;
}
