import {
  citationState,
  defineRule,
  missingEvidence,
  nameWithFolder,
  rewritePath,
  z,
  type CitationState,
  type EvidenceClaim,
  type PathClaim,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Context = Pick<RuleContext<unknown, "bare" | "case" | "form" | "missing">, "facts" | "report" | "notChecked">;

export default defineRule({
  meta: {
    description: "Require every path in running prose to exist, with exact case, and a file name to have its folder",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    laxer: { ignore: "more" },
  },
  options: z.strictObject({
    ignore: z
      .array(z.string())
      .default([])
      .describe("Path prefixes that are not part of this repository, such as a sister repository's folder."),
  }),
  messages: {
    missing: {
      message: "The text names “{target}”, which does not exist.",
      fact: "there is no {target}{nearest}",
      help: "Correct the path, or say in the sentence that it is gone, yet to be written, or in another repository.",
    },
    case: {
      message: "The text names “{target}”, whose name is written {actual}.",
      fact: "the path is {actual}: case counts",
      help: "Write {actual}.",
    },
    form: {
      message: "The text names “{target}”, whose name has the same letters in another Unicode form.",
      fact: "the path is {actual}, with accents in the other of the two forms that Unicode has for them",
      help: "Copy the name from the file; only macOS takes both forms for one name.",
    },
    bare: {
      message: "“{target}” is named without its folder.",
      fact: "the only file of that name is {path}",
      help: "Write {path}.",
    },
  },
  check(context) {
    const { claims, options } = context;
    const isIgnored = (target: string): boolean => options.ignore.some((prefix) => target.startsWith(prefix));
    const evidence = claims.of("evidence").filter(({ form }) => form === "path");
    for (const claim of [...claims.of("path"), ...evidence].filter(({ target }) => !isIgnored(target))) {
      const isProse = claim.kind === "path" && claim.source === "prose";
      // Of the others, only a bare file name is a matter of style; what is missing is an error of their own rules.
      if (!isProse && claim.target.includes("/")) continue;
      const state = citationState(claim, context.facts);
      if (state.kind === "bare") reportBare(claim, state.path, context);
      else if (isProse) checkProse(claim, state, context);
    }
  },
});

function reportBare(claim: PathClaim | EvidenceClaim, path: string, { facts, report }: Context): void {
  const fix = nameWithFolder(claim, path, facts);
  report("bare", claim, { data: { target: claim.target, path }, factAt: { path }, fix });
}

function checkProse(claim: PathClaim, state: CitationState, { facts, report, notChecked }: Context): void {
  const { target, location } = claim;
  if (state.kind === "unknown") notChecked(state.reason, claim);
  // A word with a slash may be anything; it is a path where its first folder exists.
  if (!facts.paths.plausible(target, location.path)) return;
  if (state.kind === "case" || state.kind === "form")
    report(state.kind, claim, {
      data: { target, actual: state.actual },
      factAt: { path: state.actual },
      fix: rewritePath(claim, state.actual, facts),
    });
  if (state.kind === "missing") report("missing", claim, missingEvidence(claim, state.nearest, facts));
}
