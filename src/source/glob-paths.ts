import { globbySync } from "globby";

/** More alternatives than this are an attack on memory, not a pattern: `{a,b}{a,b}{a,b}…`. */
const mostAlternatives = 1000;
const longestPattern = 1000;

/**
 * Paths under `root` that match globs, directories and symbolic links among them, in no order. Walks no symbolic links,
 * node_modules or .git. A pattern that leaves the root, or is too complex, matches nothing.
 */
export function globPaths(root: string, patterns: readonly string[]): string[] {
  const usable = patterns.filter(isUsable);
  if (usable.every((pattern) => pattern.startsWith("!"))) return [];
  return globbySync(usable, {
    cwd: root, dot: true, onlyFiles: false, followSymbolicLinks: false, expandDirectories: false, extglob: false, suppressErrors: true,
    ignore: ["**/node_modules/**", "**/.git/**"],
  });
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
