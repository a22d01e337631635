import {
  defineRule,
  entriesIn,
  noOptions,
  sourceLines,
  specWords,
  textAt,
  type Candidate,
  type Facts,
  type Fix,
  type SpecPackage,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every promoted entry to name a spec",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    none: {
      message: "“{candidate}” is promoted, but names no spec.",
      fact: "the line names no spec number{found}",
      help: "Write “- {candidate} -> Spec {example}”.",
    },
  },
  check({ claims, facts, report, notChecked }) {
    for (const candidate of entriesIn("promoted", claims.of("candidate"))) {
      if (candidate.targets.length > 0) continue;
      if (linksElsewhere(candidate, facts)) {
        notChecked("its link leads to another site", candidate);
        continue;
      }
      const unnumbered = whyUnnumbered(candidate, facts);
      if (unnumbered !== undefined) {
        notChecked(unnumbered, candidate);
        continue;
      }
      const spec = facts.specs.titled(candidate.title);
      report("none", candidate, {
        data: {
          candidate: candidate.title,
          found: spec === undefined ? "" : `; ${spec.path} carries the title`,
          example: spec === undefined ? "12 (`its-slug`)" : `${spec.digits} (\`${spec.slug}\`)`,
        },
        ...(spec === undefined || claims.of("promoted").some((one) => one.target.spec === spec.number)
          ? {}
          : { fix: pointed(candidate, spec, facts) }),
        ...(spec === undefined ? {} : { factAt: { path: spec.path } }),
      });
    }
  },
});

/** Whether its line leads to a page: that may be the spec, of this repository or of another one. */
function linksElsewhere({ opening }: Candidate, facts: Facts): boolean {
  const source = sourceLines(opening.path, facts);
  return source !== undefined && /\bhttps?:\/\/\S*\/specs?\//i.test(textAt(source, opening));
}

/** Why no number is to be expected: it names the directory of a spec that has none, or a path where specs have none. */
function whyUnnumbered({ opening }: Candidate, facts: Facts): string | undefined {
  const source = sourceLines(opening.path, facts);
  if (source === undefined) return undefined;
  const paths = textAt(source, opening)
    .split(/[^\p{L}\p{N}_./-]+/u)
    .filter((word) => word.includes("/"));
  const named = facts.specs.unrecognised.find(({ holdsSpec, location }) =>
    paths.some((path) => holdsSpec && `/${path}/`.includes(`/${location.path}/`)),
  );
  if (named !== undefined) return `${named.location.path} has no number`;
  const numbers = new Set(textAt(source, opening).match(/(?<=[#/])\d{3,}(?![\w-])/g) ?? []);
  const meant = facts.specs.all.find(({ digits }) => numbers.has(digits));
  if (meant !== undefined) return `it may mean ${meant.path}, though it does not name that as its target`;
  return paths.length > 0 ? facts.specs.unnumbered : undefined;
}

/** Puts the target after the title, or where a placeholder is after its arrow. */
function pointed({ title, head, opening }: Candidate, spec: SpecPackage, facts: Facts): Fix | undefined {
  const source = sourceLines(head.path, facts);
  if (source === undefined) return undefined;
  const arrow = /(?:->|=>|→|⟶|⇒|⟹|➜|➔|➡\uFE0F?)$/.test(textAt(source, head));
  const rest = textAt(source, { offset: head.endOffset, endOffset: opening.endOffset });
  const placeholder = /^ ?(?:Spec )?(?:TBD|TODO|\?{1,3}|…|-)?$/i.exec(rest.trimEnd())?.[0];
  if (arrow && placeholder === undefined) return undefined;
  const edit = {
    path: head.path,
    offset: head.endOffset,
    endOffset: head.endOffset + (arrow ? (placeholder ?? "").length : 0),
  };
  return {
    kind: "suggest",
    description: `Let “${title}” point at ${specWords(spec)}.`,
    edits: [{ ...edit, text: `${arrow ? "" : " ->"} ${specWords(spec)}` }],
  };
}
