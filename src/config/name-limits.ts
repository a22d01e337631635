import { wholeName } from "../core/path-pattern.ts";
import { openBranches } from "./open-branches.ts";

/** The compiler doubles its work with each, and nothing can end it. */
const mostOpenBranches = 4;
/** Names that have nothing in common. */
const anyNames = ["a", "README.md", "0", "Ä b.txt", "node_modules"];

/** Whether a name says nothing: a file of any name would be a unit. */
export function matchesAnything(pattern: string): boolean {
  const expression = wholeName(pattern);
  return anyNames.every((name) => expression.test(name));
}

/** Whether a name could be read in so many ways that it would take for ever. */
export function takesForEver(pattern: string): boolean {
  return openBranches(pattern) > mostOpenBranches || isNestedRepeat(pattern);
}

/**
 * Whether a group that repeats what it holds is repeated itself: (a+)+, (?:[a-z]+)*. Where each round begins with a separator, there is one way to read a
 * name: (?:-[a-z]+)*.
 */
function isNestedRepeat(pattern: string): boolean {
  return groupsOf(pattern).some(({ start, end, repeats }) => repeats && repeatsAgain(pattern, start, end));
}

interface PatternGroup {
  readonly start: number;
  end: number;
  repeats: boolean;
}

/** The groups of an expression, with whether something directly inside is repeated. */
function groupsOf(pattern: string): readonly PatternGroup[] {
  const [all, opened]: [PatternGroup[], PatternGroup[]] = [[], []];
  for (const { index, 0: sign } of pattern.matchAll(/\\.|[()+*]/gs)) {
    const top = opened.at(-1);
    if (sign === "(") opened.push({ start: index, end: pattern.length, repeats: false });
    else if (sign === ")" && top !== undefined) {
      top.end = index;
      all.push(top);
      opened.pop();
    } else if (top !== undefined && sign.length === 1) top.repeats = true;
  }
  return all;
}

/** Whether the group from one offset to another is repeated, each round without a separator in front. */
function repeatsAgain(pattern: string, start: number, end: number): boolean {
  return /^(?:[+*]|\{\d+,)/.test(pattern.slice(end + 1)) && !beginsWithSeparator(pattern.slice(start));
}

function beginsWithSeparator(group: string): boolean {
  return /^\((?:\?:|\?<\w+>)?(?:[-_./ ]|\\[-_. /])/.test(group);
}
