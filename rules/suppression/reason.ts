import {
  defineRule,
  directiveKinds,
  cannotBeHidden,
  isPlaceholder,
  nearest,
  noOptions,
  type Exceptions,
  type NamedRule,
  type RuleContext,
  type SuppressionClaim,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<
  unknown,
  "unknownDirective" | "noRule" | "unknownRule" | "protectedRule" | "noReason" | "openReason"
>;

export default defineRule({
  meta: {
    description: "Require each comment that disables a rule to name a rule that exists, and a reason",
    severity: "error",
    class: "fact",
    since: "0.1.0",
  },
  options: noOptions,
  messages: {
    unknownDirective: {
      message: "“queue-lint-{word}” is not a directive, so the comment does nothing.",
      fact: "the directives are {directives}{nearest}",
      help: "Correct the word, or begin the comment with another one.",
    },
    noRule: {
      message: "The comment disables no rule by name, so it hides nothing.",
      fact: "“queue-lint-{word}” is followed by no id of a rule",
      help: "Write <!-- queue-lint-{word} group/rule -- reason -->.",
    },
    unknownRule: {
      message: "There is no rule “{rule}”, so the comment does not act on it.",
      fact: "no rule has the id “{rule}”{nearest}",
      help: "Correct the id; `queue-lint rules` lists them. A reason follows two hyphens.",
    },
    protectedRule: {
      message: "“{rule}” cannot be disabled by a comment.",
      fact: "it judges the comments themselves, or says that nothing was audited",
      help: "Settle what the rule reports, or turn it off in the configuration.",
    },
    noReason: {
      message: "The comment gives no reason, so it hides nothing.",
      fact: "no words follow two hyphens",
      help: "Write <!-- queue-lint-{word} {rules} -- why it is right here -->.",
    },
    openReason: {
      message: "The comment holds a placeholder in the place of its reason, so it hides nothing.",
      fact: "“{reason}” says nothing about why it is right here",
      help: "Write after two hyphens why it is right here.",
    },
  },
  check(context) {
    for (const claim of context.claims.of("suppression")) {
      const { directive, word } = claim;
      const rules = ruleWords(claim);
      if (directive === undefined) reportDirective(claim, context);
      else if (rules.length === 0 && directive !== "enable") context.report("noRule", claim, { data: { word } });
      else {
        for (const rule of rules) checkRule(rule, claim, context);
        if (isPlaceholder(claim.reason) && directive !== "enable") reportReason(claim, rules, context);
      }
    }
  },
});

function reportReason(
  { reason, word, ...claim }: SuppressionClaim,
  rules: readonly NamedRule[],
  { report }: Context,
): void {
  const said = { ...claim, reason, word };
  if (reason === "") report("noReason", said, { data: { word, rules: rules.map(({ text }) => text).join(", ") } });
  else report("openReason", said, { data: { reason } });
}

function reportDirective(claim: SuppressionClaim, { report }: Context): void {
  const close = nearest(claim.word, directiveKinds);
  report("unknownDirective", claim, {
    data: {
      word: claim.word,
      directives: directiveKinds.map((kind) => `queue-lint-${kind}`).join(", "),
      nearest: close === undefined ? "" : `; the nearest is queue-lint-${close}`,
    },
  });
}

function checkRule(rule: NamedRule, claim: SuppressionClaim, { exceptions, report, notChecked }: Context): void {
  const identity = `${claim.word} ${rule.text}`;
  const at = { ...rule, quote: claim.text };
  if (exceptions.ruleIds.includes(rule.text)) {
    if (cannotBeHidden(rule.text)) report("protectedRule", claim, { data: { rule: rule.text }, at, identity });
  } else if (!exceptions.complete) notChecked("plugins are off (--no-plugins)", claim);
  else {
    const data = { rule: rule.text, nearest: suggestion(rule.text, exceptions) };
    report("unknownRule", claim, { data, at, identity });
  }
}

/** Among several words without dashes, those that are not ids are most probably the reason: that they are not parted is said once. */
function ruleWords({ rules, separated }: SuppressionClaim): readonly NamedRule[] {
  return separated || rules.length === 1 ? rules : rules.filter((rule) => rule.text.includes("/"));
}

/** The rule of that name in another group, or one that is written much like it. */
function suggestion(id: string, { ruleIds }: Exceptions): string {
  const found = ruleIds.find((one) => one.endsWith(`/${id.toLowerCase()}`)) ?? nearest(id, ruleIds);
  return found === undefined ? "" : `; the nearest is ${found}`;
}
