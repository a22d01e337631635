import { openBranches } from "./open-branches.ts";

/**
 * How spec directories are named without any configuration: `242-operational-controls`, `20260507-161658-seat-maps`. Whatever follows the number
 * is the slug; a date in front is not a number, since a day has many specs.
 */
export const defaultSpecPattern =
  "^(?<number>\\d{8}-\\d{6}|(?!\\d{4}-\\d{2}-\\d{2}(?!\\d)|\\d{8}-)\\d{3,})-(?<slug>[^\\s-].*)$";

const longestPattern = 500;
/** The compiler doubles its work with each, and nothing can end it. */
const mostOpenBranches = 4;

/** Why a regular expression cannot be the pattern of spec directories, with the way out; undefined when it can. How long it takes is not asked here. */
export function specPatternFault(pattern: string): string | undefined {
  if (pattern === defaultSpecPattern) return undefined;
  if (pattern.length > longestPattern) return `it has more than ${longestPattern} characters`;
  const groups = groupsOf(pattern);
  if (typeof groups === "string") return groups;
  const missing = ["number", "slug"].filter((name) => !groups.includes(name));
  return missing.length === 0
    ? undefined
    : `it has no group ${missing.map((name) => `(?<${name}>…)`).join(" and ")}; the default is ${defaultSpecPattern}`;
}

/** The named groups, or what is wrong with the expression. It is compiled, but never tried. */
function groupsOf(pattern: string): readonly string[] | string {
  try {
    new RegExp(pattern);
    if (openBranches(pattern) > mostOpenBranches)
      return "it has too many alternatives that may match nothing, such as (|x?), or too many \\b; let each alternative begin with a character";
    // The empty alternative comes first; a match lists every group.
    return Object.keys(new RegExp(`|(?:${pattern})`).exec("")?.groups ?? {});
  } catch (error) {
    return `it is not a regular expression (${(error as Error).message.split(": ").at(-1)})`;
  }
}
