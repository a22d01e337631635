import { defineRule, isImplemented, keysOf, noOptions, packageOf } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow active candidates that the ledger calls implemented or adopted",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    implemented: {
      message: "“{title}” is an active candidate, but the ledger calls it “{status}”.",
      fact: "the ledger row at line {line} says “{status}”",
      help: "Move it out of the active section, or correct the status in the ledger.",
    },
  },
  check({ claims, facts, settings, report, notChecked }) {
    const active = claims.of("candidate").filter((candidate) => candidate.role === "active");
    if (active.length > 0 && settings.ledger === undefined) {
      notChecked("there is no implementation ledger");
      return;
    }
    const rows = new Map(claims.of("ledger-row").filter((row) => isImplemented(row.status)).map((row) => [row.key, row]));
    const promoted = new Set(claims.of("promoted").map((one) => one.key));
    for (const candidate of active) {
      const row = keysOf(candidate).map((key) => rows.get(key)).find((one) => one !== undefined);
      // A candidate that has become a spec is reported by active/not-specced: moving it there settles both.
      if (row === undefined || keysOf(candidate).some((key) => promoted.has(key)) || packageOf(candidate, facts) !== undefined) continue;
      const { path, line } = row.location;
      report("implemented", candidate, { data: { title: candidate.title, status: row.status, line }, factAt: { path, line } });
    }
  },
});
