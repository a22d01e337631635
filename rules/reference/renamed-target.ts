import {
  citationState,
  citeAs,
  defineRule,
  noOptions,
  placesOf,
  type EvidenceClaim,
  type Facts,
  type PathClaim,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Report citations of a path that git shows renamed",
    severity: "warning",
    class: "history",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    renamed: {
      message: "“{target}” is cited, but was renamed.",
      fact: "git shows that it became {now}",
      help: "Cite {now}.",
    },
  },
  check({ claims, facts, report, notChecked }) {
    const evidence = claims.of("evidence").filter(({ form }) => form === "path");
    for (const claim of [...claims.of("path"), ...evidence]) {
      const { target, location } = claim;
      if (!isMissing(claim, facts)) continue;
      const answers = placesOf(target, location.path).map((path) => facts.renamed(path));
      const gap = answers.find((answer) => answer.kind === "unknown");
      const [now] = answers.flatMap((answer) => (answer.kind === "known" ? (answer.value ?? []) : []));
      if (now !== undefined && isThere(now, facts)) {
        const fix = citeAs(claim, now, facts);
        // A sentence may speak of the old name on purpose, in words that nobody has thought of.
        report("renamed", claim, {
          data: { target, now },
          factAt: { path: now },
          fix: fix && isProse(claim) ? { ...fix, kind: "suggest" } : fix,
        });
      } else if (gap?.kind === "unknown") notChecked(gap, claim);
    }
  },
});

/** In running text, only a path whose first folder exists is one. */
function isMissing(claim: PathClaim | EvidenceClaim, facts: Facts): boolean {
  const { target, location } = claim;
  if (/[*?{}[\]]/.test(target) || citationState(claim, facts).kind !== "missing") return false;
  return !isProse(claim) || facts.paths.plausible(target, location.path);
}

function isProse(claim: PathClaim | EvidenceClaim): boolean {
  return claim.kind === "path" && claim.source === "prose";
}

function isThere(path: string, facts: Facts): boolean {
  const answer = facts.paths.resolve(path, "");
  return answer.exists === true && answer.path === path;
}
