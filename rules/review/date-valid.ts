import {
  dayAfter,
  defineRule,
  isCalendarDay,
  mentionsLabel,
  placeOf,
  planningRoles,
  statedDay,
  z,
  type InputClaim,
  type ReviewDateClaim,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<
  { readonly required: readonly string[] },
  "missing" | "twice" | "empty" | "shape" | "impossible" | "future"
>;

export default defineRule({
  meta: {
    description: "Require the review date of a planning document to be there, an ISO date and not in the future",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    laxer: { required: "less" },
  },
  options: z.strictObject({
    required: z
      .array(z.enum([...planningRoles, "staging"]))
      .default([])
      .describe("Documents that must state a review date ; `staging` is the former name of `inbox`."),
  }),
  messages: {
    missing: {
      message: "The {role} {path} states no review date.",
      fact: "the configuration demands one",
      help: "Add “**Last reviewed:** {today}” to its header once it has been reviewed.",
    },
    empty: {
      message: "The field “{label}” of {path} holds no date.",
      fact: "the field is empty",
      help: "Write the day of the last review as YYYY-MM-DD.",
    },
    shape: {
      message: "The review date of {path} is “{value}”, which is not a day.",
      fact: "no day can be read in it",
      help: "Write the day of the last review as YYYY-MM-DD.",
    },
    impossible: {
      message: "The review date of {path} is {value}, a day that does not exist.",
      fact: "no calendar has {value}",
      help: "Write the day of the last review.",
    },
    twice: {
      message: "{path} states two review dates, {other} and {value}.",
      fact: "the header says {other} as well",
      help: "Keep the day of the last review.",
    },
    future: {
      message: "The review date of {path} is {value}, a day yet to come.",
      fact: "today is {today}",
      help: "Write the day of the last review; a planned one belongs in another field.",
    },
  },
  check(context) {
    const dates = context.claims.of("review-date");
    for (const date of dates) checkDate(date, context);
    checkTwice(dates, context);
    checkMissing(dates, context);
  },
});

function checkDate(claim: ReviewDateClaim, { facts, report, notChecked }: Context): void {
  const { path, label, value } = claim;
  const day = statedDay(value);
  if (value === "") report("empty", claim, { data: { label, path } });
  else if (day === "ambiguous") notChecked(`“${value}” may be two days`, claim);
  // A rhythm (“quarterly”) and a placeholder (“YYYY-MM-DD”) state no date.
  else if (day === undefined && /\d/.test(value)) report("shape", claim, { data: { path, value } });
  else if (day === undefined) return;
  else if (!isCalendarDay(day)) report("impossible", claim, { data: { path, value: day } });
  // Where the sun rises first it is tomorrow already.
  else if (day > dayAfter(facts.today)) report("future", claim, { data: { path, value: day, today: facts.today } });
}

/** Two dates under one label: nobody can say which one holds. */
function checkTwice(dates: readonly ReviewDateClaim[], { report }: Context): void {
  for (const date of dates) {
    const first = dates.find(({ path, label }) => path === date.path && label === date.label);
    if (first === undefined || first === date || first.value === date.value) continue;
    const data = { path: date.path, value: date.value, other: first.value };
    report("twice", date, { data, factAt: placeOf(first) });
  }
}

/** Missing where the team's own rules demand one. */
function checkMissing(dates: readonly ReviewDateClaim[], context: Context): void {
  const dated = new Set(dates.map(({ path }) => path));
  for (const input of context.claims.of("input"))
    if (!dated.has(input.path) && isRequired(input.role, context.options)) checkUndated(input, context);
}

function isRequired(role: InputClaim["role"], { required }: Context["options"]): boolean {
  return required.some((name) => name === role || (name === "staging" && role === "inbox"));
}

/** Reports a document without a date. */
function checkUndated(input: InputClaim, { facts, settings, report, notChecked }: Context): void {
  const file = facts.paths.read(input.path);
  if (!file.ok) return;
  // In a table, a comment or a footer it is there, but not where it is read.
  if (mentionsLabel(file.text, settings.fields.review)) {
    notChecked(`${input.path} mentions a review date outside of its header`, input);
    return;
  }
  const role = input.role === "inbox" ? "staging document" : input.role;
  report("missing", input, { data: { role, path: input.path, today: facts.today } });
}
