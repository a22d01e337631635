import {
  citeAs,
  defineRule,
  noOptions,
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
      if (/[*?{}[\]]/.test(target) || facts.paths.resolve(target, location.path).exists !== false) continue;
      const answers = placesOf(claim).map((path) => facts.renamed(path));
      const gap = answers.find((answer) => answer.kind === "unknown");
      const now = answers.flatMap((answer) =>
        answer.kind === "known" && answer.value !== undefined ? [answer.value] : [],
      )[0];
      if (now !== undefined && isThere(now, facts))
        report("renamed", claim, { data: { target, now }, factAt: { path: now }, fix: citeAs(claim, now, facts) });
      else if (gap?.kind === "unknown") notChecked(gap, claim);
    }
  },
});

function isThere(path: string, facts: Facts): boolean {
  const answer = facts.paths.resolve(path, "");
  return answer.exists === true && answer.path === path;
}

/** What the citation may mean, from the root: the path itself, or the one beside its document. Nothing outside. */
function placesOf({ target, location }: PathClaim | EvidenceClaim): string[] {
  const folder = location.path.split("/").slice(0, -1);
  const paths = [target.split("/"), [...folder, ...target.split("/")]].map(normal);
  return [...new Set(paths.filter((path) => path !== undefined && path !== ""))] as string[];
}

function normal(segments: readonly string[]): string | undefined {
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") kept.push(segment);
    else if (kept.pop() === undefined) return undefined;
  }
  return kept.join("/");
}
