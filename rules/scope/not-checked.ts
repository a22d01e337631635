import { defineRule, noOptions } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require that no rule was left out for want of history or a base",
    severity: "info",
    class: "history",
    since: "0.1.0",
    needs: "run",
  },
  options: noOptions,
  messages: {
    gap: {
      message: "Not checked: {rules}.",
      fact: "{reason}",
      help: "Fetch the history, or name a base; turn a rule off where there can be none.",
    },
  },
  check({ claims, exceptions, report }) {
    const queue = claims.of("input").find(({ role }) => role === "queue");
    const gaps = new Map<string, string[]>();
    for (const { rule, reason, needs } of exceptions.notChecked)
      if (needs === "history") gaps.set(reason, [...(gaps.get(reason) ?? []), rule]);
    if (queue === undefined) return;
    for (const [reason, rules] of gaps)
      report("gap", queue, { identity: `not checked: ${reason}`, data: { rules: rules.join(", "), reason } });
  },
});
