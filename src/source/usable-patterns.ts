/** More alternatives than this are an attack on memory, not a pattern: `{a,b}{a,b}{a,b}…`. */
const mostAlternatives = 1000;
const longestPattern = 1000;

/** The globs that stay inside the root and can be expanded; none when only exceptions (`!…`) would be left. */
export function usablePatterns(patterns: readonly string[]): string[] {
  const usable = patterns.filter(isUsable);
  return usable.every((pattern) => pattern.startsWith("!")) ? [] : usable;
}

function isUsable(pattern: string): boolean {
  const bare = pattern.replace(/^!/, "");
  if (bare.trim() === "" || bare.length > longestPattern || bare.startsWith("/") || /^[a-z]:/i.test(bare) || bare.includes("\0")) return false;
  return !bare.split(/[/\\{},]/).includes("..") && alternatives(bare) <= mostAlternatives;
}

/** An upper bound for the number of patterns that braces expand to. */
function alternatives(pattern: string): number {
  let product = 1;
  for (const group of pattern.split("{").slice(1)) product *= group.includes("..") ? rangeLength(group) : group.split(",").length;
  return product;
}

/** How many words a range stands for, at least 100: `1..9}`, `a..z}`. */
function rangeLength(group: string): number {
  const [, from = "", to = ""] = /^([^.,{}]+)\.\.([^.,{}]+)/.exec(group) ?? [];
  const distance = /^-?\d+$/.test(from) && /^-?\d+$/.test(to) ? Number(to) - Number(from) : to.charCodeAt(0) - from.charCodeAt(0);
  return Math.max(100, Math.abs(distance) + 1 || 0, group.split(",").length);
}
