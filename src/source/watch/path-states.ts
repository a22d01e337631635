import { readdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { isScratch } from "./scratch.ts";

/**
 * What was at paths when they were last looked at: a system may lose an event, tell it late, or tell it twice, so the states are compared once more after it fell
 * silent. All paths are absolute.
 */
export class PathStates {
  readonly #states = new Map<string, string>();

  /** Takes note of a path before it is read. */
  look(path: string): void {
    this.#states.set(path, stateOf(path));
  }

  /** Takes note again of paths of which an event told, and of the directories that hold them. What nobody looked at stays unknown. */
  lookAgain(paths: readonly string[]): void {
    for (const path of new Set([...paths, ...paths.map(dirname)])) if (this.#states.has(path)) this.look(path);
  }

  /** The paths that are no longer as they were. */
  changed(): string[] {
    return [...this.#states].filter(([path, state]) => stateOf(path) !== state).map(([path]) => path);
  }

  forget(): void {
    this.#states.clear();
  }
}

/** A file by its times and size, a directory by the names in it. */
function stateOf(path: string): string {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return "-";
    if (!stats.isDirectory()) return `${stats.mtimeMs} ${stats.ctimeMs} ${stats.size} ${stats.ino} ${stats.mode}`;
    return readdirSync(path)
      .filter((name) => !isScratch(name))
      .sort()
      .join("/");
  } catch {
    // What cannot be looked at is as good as not there.
    return "-";
  }
}
