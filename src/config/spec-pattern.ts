import { longestName } from "../core/match-spec-name.ts";
import { patternWays } from "./pattern-ways.ts";

/**
 * How spec directories are named without any configuration: `242-operational-controls`, `20260507-161658-seat-maps`. Whatever follows the number
 * is the slug; a date in front is no number, since a day has many specs.
 */
export const defaultSpecPattern =
  "^(?<number>\\d{8}-\\d{6}|(?!\\d{4}-\\d{2}-\\d{2}(?!\\d)|\\d{8}-)\\d{3,})-(?<slug>[^\\s-].*)$";

const longestPattern = 500;
/** Work in proportion to the square of a name is nothing, since no name is long: one repeat may end anywhere, beside a few choices. */
const mostWays = 4 * longestName;

const tooManyWays =
  "it repeats so that some names could be read in very many ways, which takes for ever; let each repeat end with a character that it does not hold, such as [a-z0-9]+ before a hyphen, and repeat no group that may begin again in its middle, such as (?:[a-z]+)*";

/** Why a regular expression cannot be the pattern of spec directories, with the way out; undefined when it can. */
export function specPatternFault(pattern: string): string | undefined {
  if (pattern === defaultSpecPattern) return undefined;
  if (pattern.length > longestPattern) return `it has more than ${longestPattern} characters`;
  try {
    new RegExp(pattern);
  } catch (error) {
    return `it is no regular expression (${(error as Error).message.split(": ").at(-1)})`;
  }
  // Before it is run for the first time: even its compilation may take for ever.
  if (patternWays(pattern, longestName) > mostWays) return tooManyWays;
  // The empty alternative matches "", and a match lists every group of the pattern.
  const groups = Object.keys(new RegExp(`(?:${pattern})|`).exec("")?.groups ?? {});
  const missing = ["number", "slug"].filter((name) => !groups.includes(name));
  return missing.length === 0
    ? undefined
    : `it has no group ${missing.map((name) => `(?<${name}>…)`).join(" and ")}; the default is ${defaultSpecPattern}`;
}
