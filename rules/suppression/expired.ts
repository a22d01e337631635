import { defineRule, noOptions, suppressionState } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow comments that disable a rule past their date, or until a date that cannot be read",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    expired: {
      message: "The comment held until {until}, so it hides nothing any more.",
      fact: "today is {today}",
      help: "Settle what it hid, or write a new date and why it is still right.",
    },
    undated: {
      message: "The comment holds until “{until}”, which is not a date, so it hides nothing.",
      fact: "a date is a day of the calendar, written as {today}",
      help: "Write the date as year-month-day, or leave it out.",
    },
  },
  check({ claims, facts, report }) {
    const { today } = facts;
    for (const claim of claims.of("suppression")) {
      // An `enable` has no date; one without a rule or a reason is reported by suppression/reason.
      if (claim.directive === undefined || claim.directive === "enable" || claim.rules.length === 0) continue;
      const state = suppressionState(claim, today);
      const until = claim.until === undefined || claim.until === "" ? "nothing" : claim.until;
      if (state === "expired") report("expired", claim, { data: { until, today } });
      if (state === "undated") report("undated", claim, { data: { until, today } });
    }
  },
});
