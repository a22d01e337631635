import {
  circularSteps,
  compareByPriority,
  defineRule,
  dependencyState,
  dependencySteps,
  noOptions,
  parsePriority,
  type Candidate,
  type Settings,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow an active entry that is ranked above an active entry which it depends on",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "queue",
  },
  options: noOptions,
  messages: {
    above: {
      message: "“{title}”{own} is ranked above “{needed}”{other}, which it depends on.",
      fact: "“{needed}” is at line {line} and {state}",
      help: "Rank “{needed}” first, or cut the dependency.",
    },
  },
  check({ claims, facts, settings, report }) {
    const steps = dependencySteps(claims);
    // In a circle no order is right; dependency/cycle reports it.
    const circular = circularSteps(steps);
    const seen = new Set<string>();
    for (const step of steps) {
      const { claim, dependent, needed } = step;
      const pair = `${step.from}\n${step.to}`;
      if (dependent.role !== "active" || needed.role !== "active" || circular.has(step) || seen.has(pair)) continue;
      seen.add(pair);
      if (
        !isComparable(dependent, needed, settings) ||
        compareByPriority(dependent, needed, settings.priorities.active) >= 0
      )
        continue;
      const state = dependencyState(claim, { claims, facts, settings });
      if (state.met) continue;
      const { path, line } = needed.location;
      report("above", claim, {
        data: {
          title: dependent.title,
          own: rank(dependent),
          needed: needed.title,
          other: rank(needed),
          line,
          state: state.words,
        },
        factAt: { path, line },
      });
    }
  },
});

/** Both with a priority of one kind, or both without any; a single missing or unreadable one is reported by the `active` rules. */
function isComparable(one: Candidate, other: Candidate, settings: Settings): boolean {
  const kind = ({ priority }: Candidate): string | undefined =>
    priority === undefined ? "none" : parsePriority(priority.text, settings.priorities.active)?.kind;
  return kind(one) !== undefined && kind(one) === kind(other);
}

function rank({ priority }: Candidate): string {
  return priority === undefined ? "" : ` (${priority.text})`;
}
