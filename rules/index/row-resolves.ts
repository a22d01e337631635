import { defineRule, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require the link or name of a row to lead to a unit that exists",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "index",
  },
  options: noOptions,
  messages: {
    missing: {
      message: "The row “{title}” leads to {target}, which does not exist.",
      fact: "{root} has no such unit{nearest}",
      help: "Correct the row, or remove it if the unit was dropped.",
    },
    moved: {
      message: "The row “{title}” leads to {target}, but it was moved to {path}.",
      fact: "it is {path} now",
      help: "Correct the link.",
    },
  },
  check({ claims, report }) {
    for (const claim of claims.of("plan-record")) {
      const { record } = claim;
      const [reference] = record.references;
      const { resolution } = record;
      // A number alone may be of a unit whose name has none.
      if (reference?.path === undefined) continue;
      const target = reference.path;
      if (resolution.kind === "missing") {
        const nearest = resolution.nearest === undefined ? "" : `; the nearest is ${resolution.nearest.name.text}`;
        report("missing", claim, {
          data: { title: record.title, target, root: resolution.root, nearest },
          factAt: { path: resolution.root },
        });
      }
      if (resolution.kind === "moved")
        report("moved", claim, {
          data: { title: record.title, target, path: resolution.unit.path },
          factAt: { path: resolution.unit.path },
        });
    }
  },
});
