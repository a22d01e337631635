import type { Finding, Fix, Problem, SingleFinding } from "../core/finding.ts";
import type { RunnableRule } from "./run-rule.ts";
import { toFinding } from "./to-finding.ts";

/** What a rule reported, and how it is shown. */
export interface Reported {
  readonly rule: RunnableRule;
  readonly problem: Problem;
  readonly finding: Finding;
}

/** Fewer findings than these are shown one by one. */
const leastAlike = 5;
/** A field that fewer of its settled units contradict is kept up. */
const leastShare = 1 / 3;

/**
 * Puts one finding in the place of all about a field that nobody keeps up, where the first of them is. Those that are hidden already stay as they are.
 * In and out: sorted by place.
 */
export function foldHabits(
  reported: readonly Reported[],
  isHidden: (finding: Finding) => boolean,
): readonly Reported[] {
  const groups = new Map<string, Reported[]>();
  for (const one of reported) {
    const key = habitFingerprint(one.finding);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const replaced = new Map<Reported, Reported | undefined>();
  for (const alike of groups.values()) {
    const shown = alike.filter(({ finding }) => !isHidden(finding));
    const [first] = shown;
    if (first === undefined || shown.length < leastAlike || !isHabit(alike)) continue;
    shown.forEach((one) => replaced.set(one, undefined));
    replaced.set(first, inOne(first, shown));
  }
  return replaced.size === 0
    ? reported
    : reported.flatMap((one) => (replaced.has(one) ? (replaced.get(one) ?? []) : one));
}

/** The fingerprint of the one finding that would take the place of this one, or is that one. It names no place: any of them may go. */
export function habitFingerprint({ rule, habit }: Pick<Finding, "rule" | "habit">): string | undefined {
  return habit === undefined ? undefined : `${rule}:.:habit ${habit.field}`;
}

/** A finding, and those whose place it takes. */
export function withSingles(finding: Finding): readonly SingleFinding[] {
  return [finding, ...(finding.habit?.findings ?? [])];
}

/** Whether a finding takes the place of others that are all known. */
export function isMadeOf({ habit }: Finding, isKnown: (finding: SingleFinding) => boolean): boolean {
  return habit?.findings?.every(isKnown) === true;
}

function isHabit(alike: readonly Reported[]): boolean {
  const settled = Math.max(...alike.map(({ finding }) => finding.habit?.settled ?? 0));
  return alike.length >= settled * leastShare;
}

function inOne({ rule, problem, finding }: Reported, all: readonly Reported[]): Reported {
  const { habit } = problem;
  if (habit === undefined) return { rule, problem, finding };
  const { messageId, ...words } = habit.say(all.length, finding.path);
  const fix = togetherFix(all);
  const one: Problem = {
    messageId,
    location: problem.location,
    claim: problem.claim,
    identity: problem.identity,
    message: words.message,
    fact: { text: words.fact },
    ...(words.help === undefined ? {} : { help: words.help }),
    ...(fix === undefined ? {} : { fix }),
    ...(words.isAdvisory === true ? { isAdvisory: true } : {}),
  };
  const { field, settled } = habit;
  return {
    rule,
    problem: one,
    finding: {
      ...toFinding(rule, one),
      fingerprint: habitFingerprint(finding) ?? finding.fingerprint,
      habit: { field, settled, findings: all.map((each) => single(each.finding)) },
    },
  };
}

function single({ habit: _habit, ...finding }: Finding): SingleFinding {
  return finding;
}

/** What settles all of them. Whether a habit ends is for a person to decide: it is never applied unasked. */
function togetherFix(all: readonly Reported[]): Fix | undefined {
  const fixes = all.flatMap(({ problem }) => problem.fix ?? []);
  return fixes.length < all.length
    ? undefined
    : { kind: "suggest", description: `Correct all ${all.length}.`, edits: fixes.flatMap(({ edits }) => edits) };
}
