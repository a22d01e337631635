import { defineRule, z } from "../../src/rule-api/index.ts";

const retired = /^(?:superseded|archived?|historical|obsolete|deprecated|retired|replaced|inactive|frozen)\b/i;

export default defineRule({
  meta: {
    description: "Disallow a configured document that calls itself superseded, archived or historical",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    laxer: { roles: "less" },
  },
  options: z.strictObject({
    roles: z
      .array(z.enum(["queue", "roadmap", "ledger"]))
      .default(["queue", "roadmap", "ledger"])
      .describe("Documents that must be in force."),
  }),
  messages: {
    retired: {
      message: "The {role} {path} calls itself “{status}”.",
      fact: "the audit, and everyone who reads the configuration, takes it as the {role} in force",
      help: "Point the configuration at the document that replaced it, or correct its status line.",
    },
  },
  check({ claims, options, report }) {
    for (const claim of claims.of("document-status")) {
      const role = options.roles.find((one) => one === claim.document);
      if (role === undefined || !retired.test(claim.status)) continue;
      report("retired", claim, { data: { role, path: claim.path, status: claim.status } });
    }
  },
});
