import { statSync } from "node:fs";
import { basename, dirname, relative, sep } from "node:path";
import { buildModel, DocumentCache } from "./build-model.ts";
import { Footprint, isUnchanged } from "./cache/footprint.ts";
import type { AuditReport } from "./core/finding.ts";
import { RunMemory } from "./engine/run-memory.ts";
import type { RuleMemory } from "./engine/run-rules.ts";
import { report } from "./lint.ts";
import { open, type LintOptions, type Opened } from "./open.ts";
import { PathWatcher, type PathEvent } from "./source/watch-paths.ts";
import { WatchedTree, type PathChange } from "./source/watched-tree.ts";
import { openWorkTree } from "./source/work-tree.ts";

export interface WatchListener {
  /** Is given each audit, and how many milliseconds it took. */
  audited(report: AuditReport, time: number): void;
  /** An audit was not possible, mostly for bad input; it is tried again after the next change. */
  failed(error: unknown): void;
}

/** What an audit of one look at the tree leaves to the next. */
interface Look {
  readonly opened: Opened;
  readonly tree: WatchedTree;
  readonly memory: RuleMemory;
  readonly cache: DocumentCache;
  readonly footprint: Footprint;
  /** ISO 8601 date. */
  readonly today: string;
  /** How many audits followed it. */
  count: number;
}

/** After so many events at once, or so many audits, everything is looked at anew. */
const most = { events: 200, audits: 500 };
/** Files at the root of the repository that may hold the configuration. */
const configuration = /^(?:queue-lint\.config\.\w+|package\.json)$/;

/**
 * Audits a work tree, and again after each change of what the audit looked at, until the signal is aborted. Only what changed is read again. Rejects with a
 * `UsageError` when the first audit is not possible.
 */
export async function watch(options: LintOptions, listener: WatchListener, signal: AbortSignal): Promise<void> {
  const session = new WatchSession(options, listener);
  await session.start();
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  await session.close();
}

class WatchSession {
  readonly #options: LintOptions;
  readonly #listener: WatchListener;
  readonly #watched = new Set<string>();
  #look: Look | undefined;
  #watcher: PathWatcher | undefined;
  /** One audit after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: LintOptions, listener: WatchListener) {
    this.#options = options;
    this.#listener = listener;
  }

  async start(): Promise<void> {
    const footprint = await this.#auditAll();
    const onEvents = (events: readonly PathEvent[]): void => void (this.#queue = this.#queue.then(() => this.#audit(events)));
    this.#watcher = await PathWatcher.open(this.#unwatched(footprint), { onEvents, onError: (error) => void this.#listener.failed(error) });
    // What changed while the watch was being set up.
    const record = footprint.record();
    if (record === undefined || !isUnchanged(record)) onEvents([]);
  }

  async close(): Promise<void> {
    await this.#watcher?.close();
    await this.#queue;
  }

  async #audit(events: readonly PathEvent[]): Promise<void> {
    try {
      const changes = this.#changesOf(events);
      if (changes?.length === 0) return;
      const footprint = changes === undefined ? await this.#auditAll() : this.#auditChanged(changes);
      const more = this.#unwatched(footprint);
      if (more.length > 0) this.#watcher?.add(more);
    } catch (error) {
      this.#look = undefined;
      this.#listener.failed(error);
    }
  }

  /** Undefined when everything is to be looked at anew. */
  #changesOf(events: readonly PathEvent[]): PathChange[] | undefined {
    const look = this.#look;
    if (look === undefined || events.length === 0 || events.length > most.events || look.count >= most.audits || look.today !== today()) return undefined;
    const changes = events.map(({ path, textOnly }) => ({ path: relative(look.opened.snapshot.root, path).split(sep).join("/"), textOnly }));
    if (changes.some(({ path }) => path.startsWith("../") || configuration.test(path) || isHistory(path))) return undefined;
    return changes.filter(({ path }) => path !== "" && path !== ".git" && !path.startsWith(".git/"));
  }

  async #auditAll(): Promise<Footprint> {
    const start = performance.now();
    const [tree, footprint] = [new WatchedTree(), new Footprint()];
    const opened = await open({ ...this.#options, observer: footprint, memory: tree.memory });
    const memory: RuleMemory = new RunMemory();
    const audited = report({ ...opened, memory });
    this.#look = { opened, tree, memory, footprint, cache: new DocumentCache(), today: today(), count: 0 };
    this.#listener.audited(audited, performance.now() - start);
    return footprint;
  }

  #auditChanged(changes: readonly PathChange[]): Footprint {
    const start = performance.now();
    const look = this.#look as Look;
    const { opened, tree, memory, cache, footprint } = look;
    look.count += 1;
    tree.change(changes);
    const snapshot = openWorkTree(opened.root, { today: look.today, observer: footprint, memory: tree.memory });
    const model = buildModel(snapshot, opened.settingsFor(snapshot), cache);
    const audited = report({ ...opened, snapshot, model, memory });
    this.#listener.audited(audited, performance.now() - start);
    return footprint;
  }

  /** The directories that an audit looked at, and the files outside of them, so far as they are not watched yet. */
  #unwatched(footprint: Footprint): string[] {
    const looked = footprint.paths.filter((path) => !this.#watched.has(path));
    const found = looked.filter((path) => isDirectory(path) || !this.#watched.has(dirname(path)) && !looked.includes(dirname(path)));
    for (const path of looked) this.#watched.add(path);
    return found;
  }
}

/** Whether a path of the repository says which commits there are; of all else that git writes nothing does. */
function isHistory(path: string): boolean {
  return path.startsWith(".git/refs/") || (path.startsWith(".git/") && ["HEAD", "packed-refs", "shallow"].includes(basename(path)) && !path.includes("/logs/"));
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
