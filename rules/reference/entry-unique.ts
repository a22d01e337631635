import { defineRule, keysOf, noOptions, type Candidate, type RuleContext } from "../../src/rule-api/index.ts";

type Claims = RuleContext<unknown, string>["claims"];

export default defineRule({
  meta: {
    description: "Disallow two entries with one title outside the allowed pairs of sections",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    twice: {
      message: "“{title}” appears under “{section}” and again under “{other}”.",
      fact: "the same title is under “{other}” at line {line}",
      help: "Keep the entry in the section that tells its present state; leave its reasons there.",
    },
    repeated: {
      message: "“{title}” appears twice under “{section}”.",
      fact: "the same title already appears at line {line}",
      help: "Merge the two, or give each its own title.",
    },
  },
  check({ claims, report }) {
    const seen = new Map<string, Candidate[]>();
    for (const candidate of claims.of("candidate")) {
      const earlier = seen.get(candidate.key);
      if (earlier === undefined) {
        seen.set(candidate.key, [candidate]);
        continue;
      }
      const twin = earlier.find(
        (other) => !isAllowed(other, candidate, claims) && !isReportedElsewhere(other, candidate),
      );
      earlier.push(candidate);
      if (twin === undefined) continue;
      const where = { path: twin.location.path, line: twin.location.line };
      const data = { title: candidate.title, section: candidate.section, line: twin.location.line };
      if (twin.role === candidate.role) report("repeated", candidate, { data, factAt: where });
      else report("twice", candidate, { data: { ...data, other: twin.section }, factAt: where });
    }
  },
});

/** Superseded + promoted always; deferred + promoted when the deferred copy says into which spec it was promoted. */
function isAllowed(one: Candidate, other: Candidate, claims: Claims): boolean {
  const roles = [one.role, other.role];
  if (!roles.includes("promoted")) return false;
  if (roles.includes("superseded")) return true;
  if (!roles.includes("deferred")) return false;
  const deferred = one.role === "deferred" ? one : other;
  return claims.of("promotion-note").some((note) => note.says === "promoted" && keysOf(deferred).includes(note.key));
}

/** Pairs with an active entry belong to `active/*` and `autoprep/manual-leak`, two targets to `promotion/once`. */
function isReportedElsewhere(one: Candidate, other: Candidate): boolean {
  if (one.role === "active" || other.role === "active") return one.role !== other.role;
  if (one.role !== "promoted" || other.role !== "promoted") return false;
  const specs = other.targets.map((target) => target.spec);
  return one.targets.length > 0 && specs.length > 0 && !one.targets.some((target) => specs.includes(target.spec));
}
