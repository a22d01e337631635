import { realpathSync, statSync } from "node:fs";
import path, { basename } from "node:path";
import { buildModel, ModelCache } from "./build-model.ts";
import { Footprint } from "./cache/footprint.ts";
import { UsageError } from "./core/errors.ts";
import { pathBelow } from "./core/path-below.ts";
import type { AuditReport } from "./core/finding.ts";
import { report } from "./lint.ts";
import type { OpenOptions } from "./open/lint-options.ts";
import { open, type Opened } from "./open/open.ts";
import { findRoot } from "./source/find-root.ts";
import { PathStates } from "./source/watch/path-states.ts";
import { PathWatcher, type PathEvent, type WatchSystem } from "./source/watch/watch-paths.ts";
import { WatchedTree, type PathChange } from "./source/watch/watched-tree.ts";
import { openWorkTree } from "./source/work-tree.ts";

export interface WatchListener {
  /** Is given each audit, and how many milliseconds it took. */
  audited(report: AuditReport, time: number): void;
  /** An audit was not possible, mostly for bad input; it is tried again after the next change. */
  failed(error: unknown): void;
}

/** What an audit of one look at the tree leaves to the next. */
interface Inspection {
  readonly opened: Opened;
  readonly tree: WatchedTree;
  readonly cache: ModelCache;
  readonly footprint: Footprint;
  /** ISO 8601 date. */
  readonly today: string;
  /** How many audits followed it. */
  count: number;
}

/** So many milliseconds after an audit the paths it looked at are compared once more: systems lose events, and tell some of them late. */
const secondLook = 250;
/** After so many events at once, or so many audits, everything is looked at anew. */
const most = { events: 200, audits: 500 };
/** Files at the root of the repository that may hold the configuration. */
const configuration = /^(?:queue-lint\.config\.\w+|package\.json)$/;

/**
 * Audits a work tree, and again after each change of what the audit looked at, until the signal is aborted. Only what changed is read again. Rejects with a
 * `UsageError` when the first audit is not possible.
 */
export async function watch(
  options: OpenOptions & { readonly system?: WatchSystem },
  listener: WatchListener,
  signal: AbortSignal,
): Promise<void> {
  const session = new WatchSession(options, listener);
  await session.start();
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  await session.close();
}

class WatchSession {
  readonly #root: string;
  readonly #realRoot: string;
  readonly #options: OpenOptions;
  readonly #listener: WatchListener;
  readonly #watcher: PathWatcher;
  #look: Inspection | undefined;
  #rootIsGone = false;
  #isClosed = false;
  readonly #states = new PathStates();
  #timer: NodeJS.Timeout | undefined;
  /** One audit after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor({ system, ...options }: OpenOptions & { readonly system?: WatchSystem }, listener: WatchListener) {
    const cwd = options.cwd ?? process.cwd();
    // Found once: when it goes, no directory above it is audited instead.
    this.#root = findRoot(cwd, options.root);
    this.#realRoot = realpathSync.native(this.#root);
    this.#options = { ...options, cwd, root: this.#root };
    this.#listener = listener;
    this.#watcher = new PathWatcher(this.#root, {
      onEvents: (events) => void this.#take(events),
      onError: (error) => void listener.failed(error),
      system,
    });
  }

  async start(): Promise<void> {
    const first = this.#auditAll();
    this.#queue = first.catch(() => undefined);
    await first.catch(async (error: unknown) => {
      await this.close();
      throw error;
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#watcher.close();
    await this.#queue;
  }

  #take(events: readonly PathEvent[]): void {
    this.#queue = this.#queue.then(() => this.#audit(events));
  }

  /** Compares what the audits looked at with what is there now, when nothing happened for a while. */
  #lookOnceMore(): void {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      const changed = this.#states.changed();
      // Of the root nobody knows what came or went: everything is looked at anew.
      if (changed.some((path) => path === this.#realRoot)) this.#take([]);
      else if (changed.length > 0) this.#take(changed.map((path) => ({ path, textOnly: false })));
    }, secondLook);
  }

  async #audit(events: readonly PathEvent[]): Promise<void> {
    try {
      if (!this.#rootIsThere()) return;
      const changes = this.#changesOf(events);
      this.#states.lookAgain(events.map(({ path }) => path));
      if (changes?.length === 0) return;
      if (changes === undefined || !this.#auditChanged(changes)) await this.#auditAll();
    } catch (error) {
      this.#look = undefined;
      this.#listener.failed(error);
      this.#lookOnceMore();
    }
  }

  /** Says once when it is not. */
  #rootIsThere(): boolean {
    const wasGone = this.#rootIsGone;
    this.#rootIsGone = !isDirectory(this.#root);
    if (!this.#rootIsGone) return true;
    this.#look = undefined;
    if (!wasGone)
      this.#listener.failed(
        new UsageError(
          "The root is not there any more.",
          "Put it back and the watch goes on, or end the watch with Ctrl-C.",
          this.#root,
        ),
      );
    return false;
  }

  /** Undefined when everything is to be looked at anew. */
  #changesOf(events: readonly PathEvent[]): PathChange[] | undefined {
    const look = this.#look;
    if (
      look === undefined ||
      events.length === 0 ||
      events.length > most.events ||
      look.count >= most.audits ||
      look.today !== today()
    )
      return undefined;
    // What is told may have the root as it was given, or as it is without links and drives that stand for other ones.
    const roots = [look.opened.snapshot.root, this.#realRoot];
    const changes: PathChange[] = [];
    for (const { path: absolute, textOnly } of events) {
      const below = pathBelow(roots, absolute, path);
      if (below === undefined || configuration.test(below) || isHistory(below)) return undefined;
      changes.push({ path: below, textOnly });
    }
    return changes.filter(({ path }) => path !== "" && path !== ".git" && !path.startsWith(".git/"));
  }

  async #auditAll(): Promise<void> {
    const start = performance.now();
    // What is looked at is watched before it is read, so that no change falls in between.
    const [tree, footprint] = [new WatchedTree(), new Footprint((path) => void this.#follow(path))];
    this.#states.forget();
    const opened = await open({ ...this.#options, observer: footprint, memory: tree.memory });
    const audited = report(opened);
    this.#look = { opened, tree, footprint, cache: new ModelCache(), today: today(), count: 0 };
    this.#listener.audited(audited, performance.now() - start);
    this.#lookOnceMore();
  }

  #follow(path: string): void {
    this.#watcher.follow(path);
    this.#states.look(path);
  }

  /** False when it was not possible: whether that is so, or only looked so between two changes, shows when everything is looked at anew. */
  #auditChanged(changes: readonly PathChange[]): boolean {
    const start = performance.now();
    const look = this.#look as Inspection;
    const { opened, tree, cache, footprint } = look;
    look.count += 1;
    tree.change(changes);
    let audited: AuditReport;
    try {
      const snapshot = openWorkTree(opened.root, { today: look.today, observer: footprint, memory: tree.memory });
      audited = report({
        ...opened,
        snapshot,
        model: buildModel(snapshot, opened.settingsFor(snapshot), cache),
      });
    } catch {
      return false;
    }
    this.#listener.audited(audited, performance.now() - start);
    this.#lookOnceMore();
    return true;
  }
}

/** Whether a path of the repository says which commits there are; of all else that git writes nothing does. */
function isHistory(path: string): boolean {
  return (
    path.startsWith(".git/refs/") ||
    (path.startsWith(".git/") &&
      ["HEAD", "packed-refs", "shallow"].includes(basename(path)) &&
      !path.includes("/logs/"))
  );
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
