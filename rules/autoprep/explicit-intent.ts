import { defineRule, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow entries that call themselves automatic outside the active section",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    parked: {
      message: "“{title}” is marked as automatic, but its entry is {role}.",
      fact: "only entries of the active section may be picked",
      help: "Drop the mark, or move the entry to the active section with a reason.",
    },
    homeless: {
      message: "“{title}” is marked as automatic under a heading without a role.",
      fact: "the heading belongs to no section that queue-lint knows; unmarked means manual",
      help: "Give the heading a role under `sections` in the configuration, or move the entry to the active section.",
    },
  },
  check({ claims, report }) {
    for (const intent of claims.of("intent")) {
      if (!intent.automatic || intent.role === "active" || intent.role === "manual") continue;
      if (intent.role === undefined) report("homeless", intent, { data: { title: intent.title } });
      else report("parked", intent, { data: { title: intent.title, role: intent.role } });
    }
  },
});
