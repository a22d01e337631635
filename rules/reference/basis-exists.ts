import { citationState, defineRule, noOptions, rewritePath } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require the documents that basis and boundary lines name to exist",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    missing: {
      message: "The basis names “{target}”, which does not exist.",
      fact: "neither the root nor the folder of the document has {target}{nearest}",
      help: "Name the document that this one rests on, or drop it from the line.",
    },
    case: {
      message: "The basis names “{target}”, whose name is written {actual}.",
      fact: "the path is {actual}: case counts",
      help: "Write {actual}.",
    },
    form: {
      message: "The basis names “{target}”, whose name has the same letters in another Unicode form.",
      fact: "the path is {actual}, with accents in the other of the two forms that Unicode has for them",
      help: "Copy the name from the file; only macOS takes both forms for one name.",
    },
  },
  check({ claims, facts, report, notChecked }) {
    for (const path of claims.of("path")) {
      if (path.source !== "basis") continue;
      const state = citationState(path, facts);
      const { target } = path;
      if (state.kind === "unknown") notChecked(state.reason, path);
      if (state.kind === "case" || state.kind === "form")
        report(state.kind, path, {
          data: { target, actual: state.actual },
          factAt: { path: state.actual },
          fix: rewritePath(path, state.actual, facts),
        });
      if (state.kind === "missing") {
        const { nearest } = state;
        report("missing", path, {
          data: { target, nearest: nearest === undefined ? "" : `; ${nearest} is the nearest` },
          fix: nearest === undefined ? undefined : rewritePath(path, nearest, facts),
        });
      }
    }
  },
});
