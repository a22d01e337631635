import { lstatSync, readlinkSync, realpathSync, watch } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../../core/errors.ts";
import type { DirectoryListener, DirectoryWatch, SystemWatch } from "./directory-watch.ts";
import { isWithin, WatchedDirectories } from "./watched-directories.ts";
import { WatchedRoot } from "./watched-root.ts";

/** Something happened to a path, which is absolute. */
export interface PathEvent {
  readonly path: string;
  /** True when only what the file says is another; false when it came or went. */
  readonly textOnly: boolean;
}

export interface PathWatcherOptions {
  /** Is given what happened since the last call. */
  readonly onEvents: (events: readonly PathEvent[]) => void;
  readonly onError: (error: Error) => void;
  /** Default: what this system has. */
  readonly system?: WatchSystem | undefined;
}

/** How a system watches. */
export interface WatchSystem {
  readonly watch: SystemWatch;
  /** Whether one watch of the root serves better than one of each directory. */
  readonly watchesRoot: boolean;
}

const thisSystem: WatchSystem = {
  watch: (directory, options, listener) => watch(directory, options, listener),
  watchesRoot: process.platform === "win32" || process.platform === "darwin",
};

/** An editor does more than one thing to save a file; it is over when nothing happens for so many milliseconds, and waited for no longer than so many. */
const pause = { quiet: 5, longest: 100 };

/**
 * Watches paths, whatever is there: a directory with what is in it and nothing below, a file, a link with what it leads to, nothing yet. A path stays watched
 * when it goes, and when something else takes its place.
 */
export class PathWatcher {
  readonly #root: string;
  readonly #options: PathWatcherOptions;
  readonly #directories: DirectoryWatch;
  /** By path, the directories by which it is watched. */
  readonly #placed = new Map<string, readonly string[]>();
  /** Paths whose own directory is not there. */
  readonly #missing = new Set<string>();
  #events = new Map<string, PathEvent>();
  #timer: NodeJS.Timeout | undefined;
  #since = 0;
  #failed = false;

  /** Of links to what is not below `root`, an absolute path of a directory, only the link is watched. */
  constructor(root: string, options: PathWatcherOptions) {
    this.#root = realpathSync.native(root);
    this.#options = options;
    const listener: DirectoryListener = {
      onEvent: (kind, path) => void this.#take({ path, textOnly: kind === "change" }),
      onError: (error) => void this.#fail(error),
    };
    const system = options.system ?? thisSystem;
    this.#directories = system.watchesRoot
      ? new WatchedRoot(this.#root, listener, system.watch)
      : new WatchedDirectories(listener, system.watch);
  }

  /** Every change of the path from now on will be told. */
  follow(path: string): void {
    if (this.#placed.has(path)) return;
    // Links that lead in a circle end here, too.
    this.#placed.set(path, []);
    const link = linkAt(path, this.#root);
    const ofItself = link?.leaves !== true && this.#directories.watch(path) ? [path] : [];
    // A directory tells what happens in it; that something else takes its place is told by the one that holds it.
    this.#placed.set(path, [...ofItself, this.#followName(path)]);
    if (link?.leaves === false) this.follow(link.target);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#directories.close();
  }

  /** Watches for the name of a path in its directory, or for what is missing on the way to it in the nearest one. Returns that directory. */
  #followName(path: string): string {
    let [directory, name] = [dirname(path), basename(path)];
    for (;;) {
      if (this.#directories.watch(directory, name)) {
        const below = join(directory, name);
        // It may have come just before it was watched for.
        if (below === path || !this.#directories.watch(below, firstBelow(below, path))) break;
        [directory, name] = [below, firstBelow(below, path)];
      } else if (directory === dirname(directory)) break;
      else [directory, name] = [dirname(directory), basename(directory)];
    }
    if (directory === dirname(path)) this.#missing.delete(path);
    else this.#missing.add(path);
    return directory;
  }

  #take(event: PathEvent): void {
    const known = this.#events.get(event.path);
    this.#events.set(event.path, { path: event.path, textOnly: event.textOnly && (known?.textOnly ?? true) });
    if (this.#timer === undefined) this.#since = Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.#tell(),
      Math.max(0, Math.min(pause.quiet, this.#since + pause.longest - Date.now())),
    );
  }

  #tell(): void {
    const events = [...this.#events.values()];
    this.#events = new Map();
    this.#timer = undefined;
    this.#followAgain(events.filter(({ textOnly }) => !textOnly).map(({ path }) => path));
    this.#options.onEvents(events);
  }

  /** Before the changes are told, so that what is read then is watched already. */
  #followAgain(changed: readonly string[]): void {
    if (changed.length === 0) return;
    const dropped = new Set(this.#directories.drop(changed));
    const lost = [...this.#placed]
      .filter(
        ([path, directories]) => this.#missing.has(path) || directories.some((directory) => dropped.has(directory)),
      )
      .map(([path]) => path);
    const again = [...new Set([...lost, ...changed.filter((path) => this.#placed.has(path))])];
    for (const path of again) this.#placed.delete(path);
    for (const path of again) this.follow(path);
  }

  #fail(error: NodeJS.ErrnoException): void {
    // Where there is no room for one watch there is none for the others.
    if (!this.#failed) this.#options.onError(explained(error));
    this.#failed = true;
  }
}

/** The name with which the way from a directory down to a path begins. */
function firstBelow(directory: string, path: string): string {
  return relative(directory, path).split(sep)[0] ?? "";
}

/** Where a link leads; undefined for everything else. */
function linkAt(path: string, root: string): { readonly target: string; readonly leaves: boolean } | undefined {
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return undefined;
    const target = resolve(realpathSync.native(dirname(path)), readlinkSync(path));
    return { target, leaves: !isWithin(target, root) || !isWithin(endOf(path) ?? target, root) };
  } catch {
    return undefined;
  }
}

/** The end of a chain of links; undefined when it leads nowhere. */
function endOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function explained(error: NodeJS.ErrnoException): Error {
  if (error.code !== "ENOSPC" && error.code !== "EMFILE") return error;
  return new UsageError(
    "The system has no room for more watches, so not every change will be seen.",
    "Raise the limit (on Linux fs.inotify.max_user_watches), or end other programs that watch files.",
  );
}
