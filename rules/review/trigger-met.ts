import {
  defineRule,
  dependencyState,
  entriesNamed,
  noOptions,
  type DeferralTriggerClaim,
  type DependencyState,
  type RuleContext,
} from "../../src/rule-api/index.ts";

type Model = Pick<RuleContext<unknown, string>, "claims" | "facts" | "settings">;

export default defineRule({
  meta: {
    description: "Disallow a deferral that waits for a spec which is implemented",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    met: {
      message: "“{title}” waits for {specs}, which {verb} implemented.",
      fact: "{state}",
      help: "Decide again: move the entry to the active section, or say what it waits for now.",
    },
  },
  check({ claims, facts, settings, report, notChecked }) {
    const triggers = claims.of("deferral-trigger");
    for (const trigger of triggers) {
      if (trigger.targets.length === 0) continue;
      if (facts.specs.root === undefined && claims.of("ledger-row").length === 0) {
        notChecked("there is neither a specs directory nor a ledger", trigger);
        continue;
      }
      const states = statesOf(trigger, { claims, facts, settings });
      if (!states.every(({ met }) => met) || isHistory(trigger, claims)) continue;
      // Several conditions are one deferral: it is over when the last of them is met, and reported once.
      const others = triggers.filter((other) => other.key === trigger.key && other !== trigger);
      if (!others.every((other) => isLater(other, trigger) && isMetSpec(other, { claims, facts, settings }))) continue;
      report("met", trigger, {
        data: {
          title: trigger.title,
          specs: trigger.targets.map(({ digits }) => `Spec ${digits}`).join(" and "),
          verb: states.length > 1 ? "are" : "is",
          state: states.map(({ words }, index) => `Spec ${trigger.targets[index]?.digits ?? ""} ${words}`).join("; "),
        },
        factAt: states[0]?.place,
      });
    }
  },
});

function statesOf(trigger: DeferralTriggerClaim, model: Model): DependencyState[] {
  return trigger.targets.map((target) =>
    dependencyState({ key: `spec ${target.spec}`, text: target.text, target }, model),
  );
}

function isLater(trigger: DeferralTriggerClaim, than: DeferralTriggerClaim): boolean {
  return trigger.location.offset >= than.location.offset;
}

/** A date that has passed is reported by review/trigger-due. */
function isMetSpec(trigger: DeferralTriggerClaim, model: Model): boolean {
  return trigger.date === undefined && statesOf(trigger, model).every(({ met }) => met);
}

/** A deferred copy that stays as the history of a promoted entry waits for nothing. */
function isHistory({ key }: DeferralTriggerClaim, claims: Model["claims"]): boolean {
  return entriesNamed({ key, target: undefined }, claims.of("candidate")).some((one) => one.role === "promoted");
}
