import { realpathSync, statSync } from "node:fs";
import { ModelCache } from "../build-model.ts";
import { Footprint } from "../cache/footprint.ts";
import { UsageError } from "../core/errors.ts";
import { heldTree } from "./held-tree.ts";
import { changedPaths } from "./changed-paths.ts";
import type { AuditedTree, WatchListener } from "./watch-listener.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { report } from "../lint.ts";
import type { OpenOptions } from "../open/lint-options.ts";
import { open, type Opened } from "../open/open.ts";
import { findRoot } from "../source/find-root.ts";
import { PathStates } from "../source/watch/path-states.ts";
import { PathWatcher, type PathEvent, type WatchSystem } from "../source/watch/watch-paths.ts";
import { WatchedTree, type PathChange } from "../source/watch/watched-tree.ts";
import { openWorkTree } from "../source/work-tree.ts";

export type WatchOptions = OpenOptions & { readonly system?: WatchSystem };

/** What an audit of one look at the tree leaves to the next. */
interface Inspection {
  readonly opened: Opened;
  /** The work tree as it is on the disk. */
  snapshot: Snapshot;
  /** The texts of editors, and the tree with them. */
  texts?: ReadonlyMap<string, string>;
  held?: AuditedTree | undefined;
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
/** Audits a work tree, and again after each change of what the audit looked at, one audit after the other. Only what changed is read again. */
export class WatchSession {
  readonly #root: string;
  readonly #realRoot: string;
  readonly #options: OpenOptions;
  readonly #listener: WatchListener;
  readonly #watcher: PathWatcher;
  #look: Inspection | undefined;
  #rootIsGone = false;
  #isClosed = false;
  /** What editors hold of files, by their paths. */
  #texts: ReadonlyMap<string, string> = new Map();
  #textsAreNew = false;
  #parsed: string[] = [];
  readonly #states = new PathStates();
  #timer: NodeJS.Timeout | undefined;
  /** One audit after the other. */
  #queue: Promise<void> = Promise.resolve();

  constructor({ system, ...options }: WatchOptions, listener: WatchListener) {
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

  /** The same for who wants to be told of failures only: the next change is tried as well. */
  begin(): Promise<void> {
    this.#take([]);
    return this.#queue;
  }

  /** Takes texts, by paths from the root, in the place of what is on the disk; files that are not there stay so. They are audited with the next audit. */
  hold(texts: ReadonlyMap<string, string>): void {
    this.#texts = texts;
    this.#textsAreNew = true;
  }

  /** Audits the texts that are held, unless they were. Several calls are one audit. */
  auditTexts(): void {
    this.#queue = this.#queue.then(() => this.#auditTexts());
  }

  /** The tree with the texts that are held, before any rule has looked at it; undefined when it could not be audited. */
  async read(): Promise<AuditedTree | undefined> {
    await this.#queue;
    return this.#look === undefined ? undefined : this.#treeOf(this.#look);
  }

  /** When nothing is left to be audited. */
  settled(): Promise<void> {
    return this.#queue;
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

  async #auditTexts(): Promise<void> {
    if (!this.#textsAreNew || this.#look === undefined || this.#isClosed) return;
    await this.#audit([], () => []);
  }

  async #audit(events: readonly PathEvent[], changesOf = () => this.#changesOf(events)): Promise<void> {
    try {
      if (!this.#rootIsThere()) return;
      const changes = changesOf();
      this.#states.lookAgain(events.map(({ path }) => path));
      if (changes?.length === 0 && !this.#textsAreNew) return;
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
    return changedPaths(events, [look.opened.snapshot.root, this.#realRoot]);
  }

  async #auditAll(): Promise<void> {
    const start = performance.now();
    // What is looked at is watched before it is read, so that no change falls in between.
    const [tree, footprint] = [new WatchedTree(), new Footprint((path) => void this.#follow(path))];
    this.#states.forget();
    const cache = new ModelCache((path) => void this.#parsed.push(path));
    const opened = await open({ ...this.#options, observer: footprint, memory: tree.memory, cache });
    const look: Inspection = { opened, snapshot: opened.snapshot, tree, footprint, cache, today: today(), count: 0 };
    this.#tell(look, start);
    this.#look = look;
    this.#lookOnceMore();
  }

  #tell(look: Inspection, start: number): void {
    this.#textsAreNew = false;
    const tree = this.#treeOf(look);
    const audited = report({ ...look.opened, ...tree });
    const parsed = this.#parsed;
    this.#parsed = [];
    this.#listener.audited(audited, performance.now() - start, { tree, parsed });
  }

  /** Made once for the same texts. */
  #treeOf(look: Inspection): AuditedTree {
    if (look.texts !== this.#texts || look.held === undefined) {
      [look.texts, look.held] = [this.#texts, heldTree(look, this.#texts)];
    }
    return look.held;
  }

  #follow(path: string): void {
    this.#watcher.follow(path);
    this.#states.look(path);
  }

  /** False when it was not possible: whether that is so, or only looked so between two changes, shows when everything is looked at anew. */
  #auditChanged(changes: readonly PathChange[]): boolean {
    const start = performance.now();
    const look = this.#look as Inspection;
    try {
      look.count += 1;
      if (changes.length > 0) {
        look.snapshot = this.#readAgain(look, changes);
        look.held = undefined;
      }
      this.#tell(look, start);
    } catch {
      return false;
    }
    this.#lookOnceMore();
    return true;
  }

  #readAgain({ opened, tree, footprint, today }: Inspection, changes: readonly PathChange[]): Snapshot {
    tree.change(changes);
    return openWorkTree(opened.root, { today, observer: footprint, memory: tree.memory });
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
