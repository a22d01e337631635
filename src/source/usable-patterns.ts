import { globExcess } from "../core/glob-excess.ts";

/** No file system takes longer paths and names, but a tree of git does. In UTF-16 code units. */
const longest = { path: 4096, name: 255 };

/** The globs that stay inside the root and can be expanded and matched; none when only exceptions (`!…`) would be left. */
export function usablePatterns(patterns: readonly string[]): string[] {
  const usable = patterns.filter(isUsable);
  return usable.every((pattern) => pattern.startsWith("!")) ? [] : usable;
}

/** Whether globs are matched against a path: what is longer than any path of a file system matches none. */
export function isMatchable(path: string): boolean {
  return (
    path.length <= longest.name ||
    (path.length <= longest.path && path.split("/").every((name) => name.length <= longest.name))
  );
}

function isUsable(pattern: string): boolean {
  const bare = pattern.replace(/^!/, "");
  if (bare.trim() === "" || bare.startsWith("/") || /^[a-z]:/i.test(bare) || bare.includes("\0")) return false;
  return !bare.split(/[/\\{},]/).includes("..") && globExcess(bare) === undefined;
}
