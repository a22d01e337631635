import { citationState, defineRule, missingEvidence, rewritePath, z } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every anchor and link to lead to something that exists, with exact case",
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
    missing: {
      message: "“{target}” is cited, but does not exist.",
      fact: "there is no {target}{nearest}",
      help: "Correct the path, or remove the citation if what it named is gone.",
    },
    case: {
      message: "“{target}” is cited, but its name is written {actual}.",
      fact: "the path is {actual}: case counts",
      help: "Write {actual}.",
    },
    form: {
      message: "“{target}” is cited, but its name has the same letters in another Unicode form.",
      fact: "the path is {actual}, with accents in the other of the two forms that Unicode has for them",
      help: "Copy the name from the file; only macOS takes both forms for one name.",
    },
  },
  check({ claims, facts, options, report, notChecked }) {
    for (const path of claims.of("path")) {
      if (path.source === "basis" || path.source === "prose") continue;
      if (options.ignore.some((prefix) => path.target.startsWith(prefix))) continue;
      const state = citationState(path, facts);
      const { target } = path;
      if (state.kind === "unknown") notChecked(state.reason, path);
      if (state.kind === "case" || state.kind === "form")
        report(state.kind, path, {
          data: { target, actual: state.actual },
          factAt: { path: state.actual },
          fix: rewritePath(path, state.actual, facts),
        });
      if (state.kind === "missing") report("missing", path, missingEvidence(path, state.nearest, facts));
    }
  },
});
