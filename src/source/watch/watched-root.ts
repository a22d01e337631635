import { statSync, type FSWatcher } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { DirectoryListener, DirectoryWatch, SystemWatch } from "./directory-watch.ts";
import { isScratch } from "./scratch.ts";
import { isWithin, WatchedDirectories } from "./watched-directories.ts";

/**
 * One watch for everything below a root, of which only the directories that somebody asked for are told. On Windows a watch of each directory would be a handle that
 * keeps its parents from being renamed; on macOS each watch that begins or ends loses events of the others. What is outside the root is watched one by one.
 */
export class WatchedRoot implements DirectoryWatch {
  readonly #root: string;
  readonly #watcher: Pick<FSWatcher, "on" | "close"> | undefined;
  readonly #listener: DirectoryListener;
  readonly #outside: WatchedDirectories;
  /** By directory, the names that matter; undefined when all do. */
  readonly #asked = new Map<string, Set<string> | undefined>();

  /** `root` is the absolute, real path of a directory. */
  constructor(root: string, listener: DirectoryListener, system: SystemWatch) {
    this.#root = root;
    this.#listener = listener;
    this.#outside = new WatchedDirectories(listener, system);
    this.#watcher = this.#begin(system);
  }

  watch(directory: string, name?: string): boolean {
    if (!isWithin(directory, this.#root)) return this.#outside.watch(directory, name);
    if (!isDirectory(directory)) return false;
    const names = this.#asked.get(directory);
    if (name === undefined) this.#asked.set(directory, undefined);
    else if (!this.#asked.has(directory)) this.#asked.set(directory, new Set([name]));
    else names?.add(name);
    return true;
  }

  drop(paths: readonly string[]): string[] {
    const gone = [...this.#asked.keys()].filter(
      (directory) => paths.some((path) => isWithin(directory, path)) && !isDirectory(directory),
    );
    for (const directory of gone) this.#asked.delete(directory);
    return [...gone, ...this.#outside.drop(paths)];
  }

  close(): void {
    this.#watcher?.close();
    this.#outside.close();
  }

  #begin(system: SystemWatch): Pick<FSWatcher, "on" | "close"> | undefined {
    try {
      const watcher = system(this.#root, { recursive: true }, (kind, child) => void this.#heard(kind, child));
      // The root went: whoever asks for it finds that out.
      watcher.on("error", () => void this.#listener.onEvent("rename", this.#root));
      return watcher;
    } catch (error) {
      this.#listener.onError(error as NodeJS.ErrnoException);
      return undefined;
    }
  }

  #heard(kind: "rename" | "change", child: string | null): void {
    if (child === null) return this.#listener.onEvent("rename", this.#root);
    const path = join(this.#root, child);
    const name = basename(path);
    if (isScratch(name)) return;
    const directory = dirname(path);
    const isAsked = this.#asked.has(directory) && (this.#asked.get(directory)?.has(name) ?? true);
    // A directory that comes or goes takes all with it that is asked for below.
    if (isAsked || this.#asked.has(path)) this.#listener.onEvent(kind, path);
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}
