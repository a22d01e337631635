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

/** An upper bound for the number of patterns that braces expand to. A range counts as a hundred. */
function alternatives(pattern: string): number {
  let product = 1;
  for (const group of pattern.split("{").slice(1)) product *= group.includes("..") ? 100 : group.split(",").length;
  return product;
}
