/** How spec directories are named without any configuration: `242-operational-controls`. */
export const defaultSpecPattern = "^(?<number>\\d{3,})-(?<slug>[a-z0-9]+(?:-[a-z0-9]+)*)$";

/** Why a regular expression cannot be the pattern of spec directories, with the way out; undefined when it can. */
export function specPatternFault(pattern: string): string | undefined {
  if (pattern === defaultSpecPattern) return undefined;
  let groups: readonly string[];
  try {
    // By itself first: `a)|(b` is no expression, but becomes one between parentheses.
    new RegExp(pattern);
    // The empty alternative matches "", and a match lists every group of the pattern.
    groups = Object.keys(new RegExp(`(?:${pattern})|`).exec("")?.groups ?? {});
  } catch (error) {
    return `it is no regular expression (${(error as Error).message.split(": ").at(-1)})`;
  }
  const missing = ["number", "slug"].filter((name) => !groups.includes(name));
  if (missing.length > 0) return `it has no group ${missing.map((name) => `(?<${name}>…)`).join(" and ")}; the default is ${defaultSpecPattern}`;
  return repeatsRepetition(pattern) ? "it repeats a group that itself repeats or branches, which can take for ever; write a character class instead" : undefined;
}

/**
 * Whether a group under `*`, `+` or `{n,}` holds another such quantifier or an alternative: the shape behind
 * catastrophic backtracking. Also refuses some harmless patterns, which can be written otherwise.
 */
function repeatsRepetition(pattern: string): boolean {
  // Words joined by a character that none of them holds: the shape of the default, which reads every name in one way only.
  const bare = pattern.replaceAll(/(\[(?:a-z0-9|a-zA-Z0-9|A-Za-z0-9)\])\+\(\?:[-_]\1\+\)\*/g, "x");
  const outer: boolean[] = [];
  let risky = false;
  for (const [token] of withoutLiterals(bare).matchAll(/\(|\)(?:[*+]|\{\d+(?:,\d*)?\})?|[*+|]|\{\d+,\d*\}/g)) {
    if (token === "(") {
      outer.push(risky);
      risky = false;
    } else if (token.startsWith(")")) {
      if (token.length > 1 && risky) return true;
      risky = (outer.pop() ?? false) || risky || token.length > 1;
    } else risky = true;
  }
  return false;
}

/** The pattern with an `x` for each escape and each character class, which hold no structure. */
function withoutLiterals(pattern: string): string {
  let bare = "";
  let inClass = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === "\\") at += 1;
    if (inClass) inClass = character !== "]";
    else if (character === "[") inClass = true;
    else bare += character === "\\" ? "x" : character;
    if (!inClass && character === "]") bare += "x";
  }
  return bare;
}
