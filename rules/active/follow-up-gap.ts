import {
  answers,
  defineRule,
  entriesIn,
  isPlaceholder,
  isSpecced,
  noOptions,
  pathsWithin,
  referencesWithin,
  type Candidate,
  type Facts,
  type PathClaim,
  type SpecPackage,
  type SpecReferenceClaim,
} from "../../src/rule-api/index.ts";

const statesGap =
  /\b(?:gaps?|remain(?:s|ing|der)?|follow[- ]?ups?|narrow(?:er|s)?|missing|lacks?|still|not (?:yet|covered|part)|only|beyond|extends?|extension|builds? on|on top of|left (?:it |them )?(?:out|open)|outside|without|instead|does not|open|next step|second (?:step|phase)|v[2-9])\b/i;

export default defineRule({
  meta: {
    description: "Require an active candidate that cites an existing spec to state the gap that remains",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    unstated: {
      message: "“{title}” cites Spec {spec}, but does not say what that spec leaves open.",
      fact: "{directory} exists; no field or sentence of the entry names the gap that remains",
      help: "Add: - **Gap**: <what Spec {spec} does not cover>.",
    },
  },
  check({ claims, facts, report }) {
    for (const candidate of entriesIn("active", claims.of("candidate"))) {
      if (saysGap(candidate)) continue;
      const inside = [
        ...referencesWithin(claims.of("spec-reference"), candidate.extent),
        ...pathsWithin(claims.of("path"), candidate.extent),
      ];
      const cited = inside.filter((claim) => claim.entry === candidate.key && !isNeeded(claim, candidate));
      const spec = cited.map((claim) => citedPackage(claim, facts)).find((one) => one !== undefined);
      // An entry that has become a spec is reported by active/not-specced.
      if (spec === undefined || isSpecced(candidate, { claims, facts })) continue;
      report("unstated", candidate, {
        data: { title: candidate.title, spec: spec.digits, directory: spec.path },
        factAt: { path: spec.path },
      });
    }
  },
});

function saysGap(candidate: Candidate): boolean {
  if (candidate.fields.some((field) => field.names.includes("gap") && !isPlaceholder(field.value.plain))) return true;
  return [candidate.title, ...answers(candidate)].some((text) => statesGap.test(text));
}

/** Whether it is in a dependency field: to need a spec is not to repeat it. */
function isNeeded({ location }: SpecReferenceClaim | PathClaim, candidate: Candidate): boolean {
  const within = (outer: { offset: number; endOffset: number }): boolean =>
    outer.offset <= location.offset && location.offset < outer.endOffset;
  return candidate.fields.some((field) => {
    return (
      field.names.includes("dependencies") &&
      (within(field.location) || field.items.some((item) => within(item.location)))
    );
  });
}

function citedPackage(claim: SpecReferenceClaim | PathClaim, { specs, paths }: Facts): SpecPackage | undefined {
  if (claim.kind === "spec-reference") return specs.numbered(claim.target.spec)[0];
  const answer = paths.resolve(claim.target, claim.location.path);
  const path = answer.exists === true ? answer.path : claim.target;
  return specs.all.find((spec) => path === spec.path || path.startsWith(`${spec.path}/`));
}
