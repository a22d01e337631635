import {
  dayAfter,
  defineRule,
  isCalendarDay,
  placeOf,
  planningRoles,
  reviewDate,
  z,
  type InputClaim,
  type ReviewDateClaim,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<
  { readonly required: readonly string[] },
  "missing" | "empty" | "shape" | "impossible" | "future"
>;

export default defineRule({
  meta: {
    description: "Require the review date of a planning document to be there, an ISO date and not in the future",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: z.strictObject({
    required: z
      .array(z.enum([...planningRoles, "staging"]))
      .default([])
      .describe(
        "Documents that must state a review date even if no other one does; `staging` is the former name of `inbox`.",
      ),
  }),
  messages: {
    missing: {
      message: "The {role} {path} states no review date.",
      fact: "{why}",
      help: "Add “**Last reviewed:** {today}” to its header once it has been reviewed.",
    },
    empty: {
      message: "The field “{label}” of {path} holds no date.",
      fact: "the field is empty",
      help: "Write the day of the last review as YYYY-MM-DD.",
    },
    shape: {
      message: "The review date of {path} is “{value}”, not a day written as YYYY-MM-DD.",
      fact: "an ISO date is what everyone reads alike",
      help: "Write the day of the last review as YYYY-MM-DD.",
    },
    impossible: {
      message: "The review date of {path} is {value}, a day that does not exist.",
      fact: "no calendar has {value}",
      help: "Write the day of the last review.",
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
    checkMissing(dates, context);
  },
});

function checkDate(claim: ReviewDateClaim, { facts, report }: Context): void {
  const { path, label } = claim;
  const value = reviewDate(claim);
  if (claim.value === "") report("empty", claim, { data: { label, path } });
  else if (value === undefined) report("shape", claim, { data: { path, value: claim.value } });
  else if (!isCalendarDay(value)) report("impossible", claim, { data: { path, value } });
  // Where the sun rises first it is tomorrow already.
  else if (value > dayAfter(facts.today)) report("future", claim, { data: { path, value, today: facts.today } });
}

/** Missing where it is demanded, or where a sibling document shows that the project writes review dates. */
function checkMissing(dates: readonly ReviewDateClaim[], context: Context): void {
  const [sibling] = dates;
  for (const input of context.claims.of("input")) {
    if (input.role === "specs" || dates.some(({ path }) => path === input.path)) continue;
    if (isRequired(input.role, context.options)) checkUndated(input, undefined, context);
    else if (sibling !== undefined) checkUndated(input, sibling, context);
  }
}

function isRequired(role: InputClaim["role"], { required }: Context["options"]): boolean {
  return required.some((name) => name === role || (name === "staging" && role === "inbox"));
}

/** Reports a document without a date. `sibling` states one; undefined when the configuration demands it. */
function checkUndated(
  input: InputClaim,
  sibling: ReviewDateClaim | undefined,
  { facts, settings, report, notChecked }: Context,
): void {
  const file = facts.paths.read(input.path);
  if (!file.ok) return;
  // In a table, a comment or a footer it is there, but not where it is read.
  if (settings.fields.review.some((label) => mentions(file.text, label))) {
    notChecked(`${input.path} mentions a review date outside of its header`, input);
    return;
  }
  const role = input.role === "inbox" ? "staging document" : input.role;
  const why = sibling && `${sibling.path} states one at line ${sibling.location.line}`;
  report("missing", input, {
    data: { role, path: input.path, why: why ?? "the configuration demands one", today: facts.today },
    factAt: sibling && placeOf(sibling),
  });
}

function mentions(text: string, label: string): boolean {
  const words = text.toLowerCase().replace(/[\s_*-]+/g, " ");
  return label.includes(" ") && words.includes(label);
}
