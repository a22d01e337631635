import { defineRule, entriesNamed, noOptions, type DeferralTriggerClaim } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow a deferral whose own date has passed",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    due: {
      message: "“{title}” was to wait until {date}, which has passed.",
      fact: "today is {today}",
      help: "Decide again: move the entry, or give it a new date and a reason.",
    },
  },
  check({ claims, facts, report }) {
    for (const trigger of lastByEntry(claims.of("deferral-trigger"))) {
      const { date, title, key } = trigger;
      if (date === undefined || date >= facts.today) continue;
      // A deferred copy that stays as the history of a promoted entry waits for nothing.
      if (entriesNamed({ key, target: undefined }, claims.of("candidate")).some((one) => one.role === "promoted"))
        continue;
      report("due", trigger, {
        data: { title, date: date === trigger.text ? date : `${trigger.text} (${date})`, today: facts.today },
      });
    }
  },
});

/** The latest date counts: an entry that was put off again keeps its earlier ones as history. */
function lastByEntry(triggers: readonly DeferralTriggerClaim[]): Iterable<DeferralTriggerClaim> {
  const last = new Map<string, DeferralTriggerClaim>();
  for (const trigger of triggers) {
    const earlier = last.get(trigger.key)?.date;
    if (trigger.date !== undefined && (earlier === undefined || trigger.date >= earlier))
      last.set(trigger.key, trigger);
  }
  return last.values();
}
