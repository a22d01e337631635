import { statSync, type Stats } from "node:fs";

/** What tells whether a path still holds what it held. */
export interface PathSignature {
  readonly text: string;
  /** When it was last changed, in milliseconds since 1970; 0 when there is nothing. */
  readonly changed: number;
}

/** By what the file system says of a path: nothing is read. A link stands for what it leads to. */
export function pathSignature(path: string): PathSignature {
  const stats = statsOf(path);
  if (stats === undefined) return { text: "-", changed: 0 };
  return {
    text: `${stats.mtimeMs} ${stats.ctimeMs} ${stats.size} ${stats.ino} ${stats.mode}`,
    changed: Math.max(stats.mtimeMs, stats.ctimeMs),
  };
}

/** By its kind alone. */
export function existenceSignature(path: string): string {
  const stats = statsOf(path);
  return stats === undefined ? "-" : stats.isDirectory() ? "directory" : "other";
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // What cannot be looked at is as good as not there: it reads the same in both.
    return undefined;
  }
}
