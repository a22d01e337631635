import { defineRule, noOptions, rewritePath } from "../../src/rule-api/index.ts";

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
  },
  check({ claims, facts, report, notChecked }) {
    for (const path of claims.of("path")) {
      if (path.source !== "basis") continue;
      const answer = facts.paths.resolve(path.target, path.location.path);
      if (answer.exists === "unknown") notChecked(answer.reason, path);
      if (answer.exists) continue;
      const { actual, nearest } = answer;
      const meant = actual ?? nearest;
      const fix = meant === undefined ? undefined : rewritePath(path, meant, facts);
      if (actual !== undefined)
        report("case", path, { data: { target: path.target, actual }, factAt: { path: actual }, fix });
      else
        report("missing", path, {
          data: { target: path.target, nearest: nearest === undefined ? "" : `; ${nearest} is the nearest` },
          fix,
        });
    }
  },
});
