import {
  dayAfter,
  defineRule,
  isCalendarDay,
  planningRoles,
  z,
  type PlanningRole,
  type ReviewDateClaim,
  type RuleContext,
} from "../../src/rule-api/index.ts";

interface Options {
  /** `staging` is the former name of `inbox`. */
  readonly required: readonly (PlanningRole | "staging")[];
}

type Context = RuleContext<Options, "missing" | "empty" | "shape" | "impossible" | "future">;

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
  const value = /(?<![\d-])\d{4}-\d{2}-\d{2}(?!\d|-\d)/.exec(claim.value)?.[0];
  if (claim.value === "") report("empty", claim, { data: { label, path } });
  else if (value === undefined) report("shape", claim, { data: { path, value: claim.value } });
  else if (!isCalendarDay(value)) report("impossible", claim, { data: { path, value } });
  // Where the sun rises first it is tomorrow already.
  else if (value > dayAfter(facts.today)) report("future", claim, { data: { path, value, today: facts.today } });
}

/** Missing where it is demanded, or where a sibling document shows that the project writes review dates. */
function checkMissing(
  dates: readonly ReviewDateClaim[],
  { claims, facts, settings, options, report, notChecked }: Context,
): void {
  const [sibling] = dates;
  for (const input of claims.of("input")) {
    const role = planningRoles.find((one) => one === input.role);
    const file = role === undefined ? undefined : facts.paths.read(input.path);
    if (role === undefined || file?.ok !== true || dates.some(({ path }) => path === input.path)) continue;
    const demanded = options.required.includes(role) || (role === "inbox" && options.required.includes("staging"));
    if (!demanded && sibling === undefined) continue;
    // In a table, a comment or a footer it is there, but not where it is read.
    if (settings.fields.review.some((label) => mentions(file.text, label))) {
      notChecked(`${input.path} mentions a review date outside of its header`, input);
      continue;
    }
    const why =
      demanded || sibling === undefined
        ? "the configuration demands one"
        : `${sibling.path} states one at line ${sibling.location.line}`;
    const factAt =
      demanded || sibling === undefined ? {} : { factAt: { path: sibling.path, line: sibling.location.line } };
    report("missing", input, {
      data: { role: role === "inbox" ? "staging document" : role, path: input.path, why, today: facts.today },
      ...factAt,
    });
  }
}

function mentions(text: string, label: string): boolean {
  return (
    label.includes(" ") &&
    text
      .toLowerCase()
      .replace(/[\s_*-]+/g, " ")
      .includes(label)
  );
}
