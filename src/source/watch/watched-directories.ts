import { statSync, type FSWatcher } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import type { DirectoryListener, DirectoryWatch, SystemWatch } from "./directory-watch.ts";
import { isScratch } from "./scratch.ts";

interface WatchedDirectory {
  readonly watcher: Pick<FSWatcher, "on" | "close">;
  /** What tells a directory from another one of the same path. */
  readonly identity: string;
  /** The names that matter; undefined when all do. */
  names: Set<string> | undefined;
}

/**
 * Directories that are watched, each with what is in it and nothing below. A watch is there when the call returns, so that what is read after it is seen to change.
 * The system watches a directory, not its path: who is told of an event asks with `drop` which paths lead elsewhere now.
 */
export class WatchedDirectories implements DirectoryWatch {
  readonly #watched = new Map<string, WatchedDirectory>();
  /** Those that were said to be gone. Another directory may have got the number of one. */
  readonly #gone = new Set<string>();
  readonly #listener: DirectoryListener;

  readonly #system: SystemWatch;

  constructor(listener: DirectoryListener, system: SystemWatch) {
    this.#listener = listener;
    this.#system = system;
  }

  watch(directory: string, name?: string): boolean {
    const known = this.#watched.get(directory);
    if (known === undefined) return this.#begin(directory, name);
    if (name === undefined) known.names = undefined;
    else known.names?.add(name);
    return true;
  }

  #begin(directory: string, name: string | undefined): boolean {
    const identity = directoryIdentity(directory);
    if (identity === undefined) return false;
    try {
      const watcher = this.#system(
        directory,
        { recursive: false },
        (kind, child) => void this.#heard(directory, kind, child),
      );
      // A directory that goes ends its watch on some systems.
      watcher.on("error", () => void this.#lost(directory));
      this.#watched.set(directory, { watcher, identity, names: name === undefined ? undefined : new Set([name]) });
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "ENOENT" || code === "ENOTDIR") return false;
      // What nobody may look at does not change for anybody.
      if (code !== "EACCES" && code !== "EPERM") this.#listener.onError(error as NodeJS.ErrnoException);
      return true;
    }
  }

  drop(paths: readonly string[]): string[] {
    const asked = new Set(paths);
    const dropped = [...this.#watched].filter(
      ([directory, { identity }]) =>
        isBelowOneOf(directory, asked) && (this.#gone.has(directory) || directoryIdentity(directory) !== identity),
    );
    for (const [directory, { watcher }] of dropped) {
      watcher.close();
      this.#watched.delete(directory);
    }
    this.#gone.clear();
    return dropped.map(([directory]) => directory);
  }

  close(): void {
    for (const { watcher } of this.#watched.values()) watcher.close();
    this.#watched.clear();
  }

  #heard(directory: string, kind: "rename" | "change", child: string | null): void {
    // What happens to the directory itself is told under its own name, as if it was in itself.
    if (kind === "rename" && child === basename(directory)) this.#lost(directory);
    const names = this.#watched.get(directory)?.names;
    if (child === null) this.#listener.onEvent("rename", directory);
    else if ((names?.has(child) ?? true) && !isScratch(child)) this.#listener.onEvent(kind, join(directory, child));
  }

  #lost(directory: string): void {
    this.#gone.add(directory);
    this.#listener.onEvent("rename", directory);
  }
}

/** Whether a path is a directory or is below it. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory.endsWith(sep) ? directory : directory + sep);
}

function isBelowOneOf(path: string, directories: ReadonlySet<string>): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (directories.has(at)) return true;
    if (at === dirname(at)) return false;
  }
}

function directoryIdentity(path: string): string | undefined {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    return stats?.isDirectory() === true ? `${stats.dev} ${stats.ino}` : undefined;
  } catch {
    // What cannot be looked at cannot be watched.
    return undefined;
  }
}
