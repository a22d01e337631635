import {
  citationState,
  defineRule,
  missingEvidence,
  z,
  type EvidenceClaim,
  type RuleContext,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every path and commit that the ledger gives as evidence to exist",
    severity: "error",
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
    path: {
      message: "The ledger gives “{target}” as evidence, but it does not exist.",
      fact: "there is no {target}{nearest}",
      help: "Correct the path, or the status that it was to prove.",
    },
    case: {
      message: "The ledger gives “{target}” as evidence, but its name is written {actual}.",
      fact: "the path is {actual}: case counts",
      help: "Write {actual}.",
    },
    form: {
      message: "The ledger gives “{target}” as evidence, but its name has the same letters in another Unicode form.",
      fact: "the path is {actual}, with accents in the other of the two forms that Unicode has for them",
      help: "Copy the name from the file; only macOS takes both forms for one name.",
    },
    commit: {
      message: "The ledger gives commit {target} as evidence, but the history has no such commit.",
      fact: "git knows no commit {target}",
      help: "Name the commit that is on the branch; a rebase gives every commit a new name.",
    },
  },
  check(context) {
    const { claims, facts, options, report, notChecked } = context;
    const isIgnored = (target: string): boolean => options.ignore.some((prefix) => target.startsWith(prefix));
    for (const evidence of claims.of("evidence")) {
      const { target, form } = evidence;
      if (form === "commit") {
        const answer = facts.commit(target);
        if (answer.kind === "missing") report("commit", evidence, { data: { target } });
        if (answer.kind === "unknown") notChecked(answer, evidence);
      } else if (!isIgnored(target)) checkPath(evidence, context);
    }
  },
});

function checkPath(
  evidence: EvidenceClaim,
  {
    facts,
    report,
    notChecked,
  }: Pick<RuleContext<unknown, "case" | "form" | "path">, "facts" | "report" | "notChecked">,
): void {
  const { target } = evidence;
  const state = citationState(evidence, facts);
  if (state.kind === "unknown") notChecked(state.reason, evidence);
  if (state.kind === "case" || state.kind === "form")
    report(state.kind, evidence, { data: { target, actual: state.actual }, factAt: { path: state.actual } });
  if (state.kind === "missing") report("path", evidence, missingEvidence(evidence, state.nearest, facts));
}
