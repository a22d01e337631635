import {
  defineRule,
  directiveKinds,
  judgesExceptions,
  nearest,
  noOptions,
  type Exceptions,
  type NamedRule,
  type SuppressionClaim,
} from "../../src/rule-api/index.ts";

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
      message: "“queue-lint-{word}” is no directive, so the comment does nothing.",
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
      help: "Correct the id; `queue-lint rules` lists them. A reason stands behind two hyphens.",
    },
    protectedRule: {
      message: "“{rule}” cannot be disabled by a comment.",
      fact: "rules of the group `suppression` judge the comments themselves",
      help: "Settle what the rule reports, or turn it off in the configuration.",
    },
    noReason: {
      message: "The comment gives no reason, so it hides nothing.",
      fact: "no words stand behind two hyphens",
      help: "Write <!-- queue-lint-{word} {rules} -- why it is right here -->.",
    },
  },
  check({ claims, exceptions, report, notChecked }) {
    for (const claim of claims.of("suppression")) {
      const { directive, word } = claim;
      if (directive === undefined) {
        const close = nearest(word, directiveKinds);
        const data = {
          word,
          directives: directiveKinds.map((kind) => `queue-lint-${kind}`).join(", "),
          nearest: close === undefined ? "" : `; the nearest is queue-lint-${close}`,
        };
        report("unknownDirective", claim, { data });
        continue;
      }
      const rules = ruleWords(claim);
      if (rules.length === 0 && directive !== "enable") {
        report("noRule", claim, { data: { word } });
        continue;
      }
      for (const rule of rules) {
        const identity = `${word} ${rule.text}`;
        if (judgesExceptions(rule.text) && exceptions.ruleIds.includes(rule.text))
          report("protectedRule", claim, { data: { rule: rule.text }, at: within(rule, claim), identity });
        else if (exceptions.ruleIds.includes(rule.text)) continue;
        else if (!exceptions.complete) notChecked("plugins are off (--no-plugins)", claim);
        else
          report("unknownRule", claim, {
            data: { rule: rule.text, nearest: suggestion(rule.text, exceptions) },
            at: within(rule, claim),
            identity,
          });
      }
      if (claim.reason === "" && directive !== "enable")
        report("noReason", claim, { data: { word, rules: rules.map((rule) => rule.text).join(", ") } });
    }
  },
});

/** Among several words without dashes, those that are no ids are most probably the reason: that they are not parted is said once. */
function ruleWords({ rules, separated }: SuppressionClaim): readonly NamedRule[] {
  return separated || rules.length === 1 ? rules : rules.filter((rule) => rule.text.includes("/"));
}

function within(rule: NamedRule, claim: SuppressionClaim) {
  return { ...rule, quote: claim.text };
}

/** The rule of that name in another group, or one that is written much like it. */
function suggestion(id: string, { ruleIds }: Exceptions): string {
  const found = ruleIds.find((one) => one.endsWith(`/${id.toLowerCase()}`)) ?? nearest(id, ruleIds);
  return found === undefined ? "" : `; the nearest is ${found}`;
}
