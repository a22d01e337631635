import type { FSWatcher } from "chokidar";

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
}

/** An editor does more than one thing to save a file; it is over when nothing happens for so many milliseconds, and waited for no longer than so many. */
const pause = { quiet: 5, longest: 100 };

/** Watches directories, each with what stands in it and nothing below, and single files. */
export class PathWatcher {
  readonly #watcher: FSWatcher;
  readonly #options: PathWatcherOptions;
  #events = new Map<string, PathEvent>();
  #quiet: NodeJS.Timeout | undefined;
  #since = 0;

  private constructor(watcher: FSWatcher, options: PathWatcherOptions) {
    this.#watcher = watcher;
    this.#options = options;
  }

  /** Resolves when every change of the paths from now on will be told. */
  static async open(paths: readonly string[], options: PathWatcherOptions): Promise<PathWatcher> {
    const { watch } = await import("chokidar");
    const watcher = watch([...paths], { depth: 0, ignorePermissionErrors: true });
    const opened = new PathWatcher(watcher, options);
    watcher.on("error", (error) => void options.onError(error as Error));
    await new Promise((resolve) => watcher.once("ready", () => void resolve(undefined)));
    watcher.on("all", (event, path) => void opened.#take({ path, textOnly: event === "change" }));
    return opened;
  }

  /** Watches more; what stands there already is told as if it came. */
  add(paths: readonly string[]): void {
    this.#watcher.add([...paths]);
  }

  async close(): Promise<void> {
    clearTimeout(this.#quiet);
    await this.#watcher.close();
  }

  #take(event: PathEvent): void {
    const known = this.#events.get(event.path);
    this.#events.set(event.path, { path: event.path, textOnly: event.textOnly && (known?.textOnly ?? true) });
    if (this.#events.size === 1 && this.#quiet === undefined) this.#since = Date.now();
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.#tell(), Math.max(0, Math.min(pause.quiet, this.#since + pause.longest - Date.now())));
  }

  #tell(): void {
    const events = [...this.#events.values()];
    this.#events = new Map();
    this.#quiet = undefined;
    this.#options.onEvents(events);
  }
}
