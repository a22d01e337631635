import {
  defineRule,
  cannotBeHidden,
  noOptions,
  removeComment,
  suppressionState,
  type Exceptions,
  type Facts,
  type NamedRule,
  type RuleContext,
  type SuppressionClaim,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "unused" | "partlyUnused" | "nothingToEnable">;

export default defineRule({
  meta: {
    description: "Disallow comments that disable a rule which reports nothing there",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    unused: {
      message: "The comment hides nothing: {rules} {verb} nothing there.",
      fact: "{rules} ran in full, and {verb} nothing {place}",
      help: "Remove the comment.",
    },
    partlyUnused: {
      message: "The comment need not name {rules}, which {verb} nothing there.",
      fact: "{rules} ran in full, and {verb} nothing {place}",
      help: "Take {rules} out of the comment.",
    },
    nothingToEnable: {
      message: "The comment enables what was not disabled.",
      fact: "no `queue-lint-disable` above it is still open for {rules}",
      help: "Remove the comment, or name the rule as it was disabled.",
    },
  },
  check(context) {
    for (const claim of context.claims.of("suppression")) {
      if (claim.directive === "enable") checkEnable(claim, context);
      else if (claim.directive !== undefined && suppressionState(claim, context.facts.today) === "in force")
        checkIdle(claim, context);
    }
  },
});

/** A rule that does not exist is reported by suppression/reason. */
function checkEnable(claim: SuppressionClaim, { facts, exceptions, report }: Context): void {
  if (claim.closes !== 0 || !claim.rules.every((rule) => exceptions.ruleIds.includes(rule.text))) return;
  report("nothingToEnable", claim, { data: { rules: list(claim.rules) || "any rule" }, ...removal(claim, facts) });
}

function checkIdle(claim: SuppressionClaim, { facts, exceptions, report, notChecked }: Context): void {
  const known = claim.rules.filter((rule) => exceptions.ruleIds.includes(rule.text) && !cannotBeHidden(rule.text));
  const idle = known.filter((rule) => exceptions.hidden(claim, rule.text) === 0);
  const open = idle.flatMap((rule) => exceptions.inconclusive(rule.text) ?? []);
  for (const reason of open) notChecked(reason, claim);
  const unused = idle.filter((rule) => exceptions.inconclusive(rule.text) === undefined);
  if (unused.length === 0) return;
  const data = { rules: list(unused), verb: unused.length === 1 ? "reports" : "report", place: placeIn(claim) };
  if (unused.length === claim.rules.length) report("unused", claim, { data, ...removal(claim, facts) });
  else report("partlyUnused", claim, { data, ...shortening(claim, unused, facts) });
}

function list(rules: Exceptions["ruleIds"] | readonly NamedRule[]): string {
  return rules.map((rule) => (typeof rule === "string" ? rule : rule.text)).join(" and ");
}

function placeIn({ directive, rules, location }: SuppressionClaim): string {
  if (directive === "disable-file") return `in ${location.path}`;
  const { from, to } = rules[0]?.stretch ?? {};
  if (from === undefined || to === undefined) return "below it";
  if (directive === "disable-next-line") return `on line ${from.line}`;
  return to.line === Infinity ? `from line ${from.line} on` : `from line ${from.line} to line ${to.line}`;
}

function removal(claim: SuppressionClaim, facts: Facts) {
  const edit = removeComment(claim.location, facts);
  return edit === undefined
    ? {}
    : { fix: { kind: "safe", description: "Remove the comment.", edits: [edit] } as const };
}

/** Writes the list of rules without some of them; where a date is in the list the author has to do it. */
function shortening(claim: SuppressionClaim, unused: readonly NamedRule[], facts: Facts) {
  const [first, last] = [claim.rules[0], claim.rules.at(-1)];
  const source = facts.paths.read(claim.location.path);
  if (first === undefined || last === undefined || !source.ok) return {};
  const [offset, endOffset] = [first.location.offset, last.location.endOffset];
  if (/\buntil\b/i.test(source.text.slice(offset, endOffset))) return {};
  const text = claim.rules
    .filter((rule) => !unused.includes(rule))
    .map((rule) => rule.text)
    .join(", ");
  return {
    fix: {
      kind: "safe",
      description: `Take ${list(unused)} out of the comment.`,
      edits: [{ path: claim.location.path, offset, endOffset, text }],
    } as const,
  };
}
