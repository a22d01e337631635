import { defineRule, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require every promoted entry to name a spec",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    none: {
      message: "“{candidate}” is promoted, but names no spec.",
      fact: "the line names no spec number{found}",
      help: "Write “- {candidate} -> Spec {example}”.",
    },
  },
  check({ claims, facts, report }) {
    for (const candidate of claims.of("candidate")) {
      if (candidate.role !== "promoted" || candidate.targets.length > 0) continue;
      const spec = facts.specs.titled(candidate.title);
      report("none", candidate, {
        data: {
          candidate: candidate.title,
          found: spec === undefined ? "" : `; ${spec.path} carries the title`,
          example: spec === undefined ? "12 (`its-slug`)" : `${spec.digits} (\`${spec.slug}\`)`,
        },
        ...(spec === undefined ? {} : { factAt: { path: spec.path } }),
      });
    }
  },
});
