import { globbySync } from "globby";
import { usablePatterns } from "./usable-patterns.ts";

/**
 * Paths under `root` that match globs, directories and symbolic links among them, in no order. Walks no symbolic links,
 * node_modules or .git. A pattern that leaves the root, or is too complex, matches nothing.
 */
export function globPaths(root: string, patterns: readonly string[]): string[] {
  const usable = usablePatterns(patterns);
  if (usable.length === 0) return [];
  return globbySync(usable, {
    cwd: root,
    dot: true,
    onlyFiles: false,
    followSymbolicLinks: false,
    expandDirectories: false,
    extglob: false,
    suppressErrors: true,
    ignore: ["**/node_modules/**", "**/.git/**"],
  });
}
