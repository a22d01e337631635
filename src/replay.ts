import { rules } from "../rules/index.ts";
import { buildModel, DocumentCache } from "./build-model.ts";
import type { AuditModel } from "./core/audit-model.ts";
import { UsageError } from "./core/errors.ts";
import type { Settings } from "./core/settings.ts";
import type { Snapshot } from "./core/snapshot.ts";
import { EntryLives, type EntryLife } from "./engine/entry-lives.ts";
import { RunMemory } from "./engine/run-memory.ts";
import { runRules, type RuleMemory } from "./engine/run-rules.ts";
import { Timeline, type Blamed } from "./engine/timeline.ts";
import { report } from "./lint.ts";
import { open, type LintOptions, type Opened } from "./open.ts";
import { commitTrees, type CommitTree } from "./source/commit-trees.ts";
import { openGitRefs } from "./source/git-refs.ts";
import { openGitTree } from "./source/git-tree.ts";
import { shallowBoundary } from "./source/shallow-boundary.ts";

export interface ReplayOptions extends LintOptions {
  /** A ref to begin behind; undefined for the whole history. */
  readonly since?: string | undefined;
}

/** What commands that walk the history have in common. */
export interface Walked {
  readonly opened: Opened;
  /** Why the history may begin earlier than it seems to; undefined when it does not. */
  readonly gap: string | undefined;
}

/**
 * Audits each commit that touched a planning document or a spec directory, along the first parents, by the configuration of today and by the rules
 * that need neither a base nor the history. Rejects with a `UsageError` for bad refs and without a repository.
 */
export async function replay(options: ReplayOptions): Promise<Walked & { readonly timeline: Timeline }> {
  const walk = await openWalk(options, isPlanned);
  const timeline = new Timeline();
  const { config } = walk.opened;
  const judging = config.rules.filter(({ definition }) => definition.meta.class !== "history");
  const memory: RuleMemory = new RunMemory();
  const settingsFor = followSettings(walk.opened);
  for (const { snapshot, touched, ...commit } of walk.trees) {
    const model = buildModel(snapshot, settingsFor(snapshot, touched), walk.cache);
    timeline.add({ commit, touched, findings: runRules(judging, model, { ...config.catalogue, memory }).findings });
  }
  return { opened: walk.opened, gap: walk.gap, timeline };
}

/** Where only what spec files say has changed, the settings are those of the commit before: they rest on which paths there are, and on other files. */
function followSettings({ settingsFor }: Opened): (snapshot: Snapshot, touched: readonly string[]) => Settings {
  let last: { readonly listing: string | undefined; readonly settings: Settings } | undefined;
  return (snapshot, touched) => {
    const specs = last?.settings.specs?.path;
    const same = last?.listing !== undefined && last.listing === snapshot.listing && specs !== undefined && touched.every((path) => path.startsWith(`${specs}/`));
    if (!same || last === undefined) last = { listing: snapshot.listing, settings: settingsFor(snapshot) };
    return last.settings;
  };
}

/** For each present finding the commit in which claim and fact first disagreed. */
export async function blame(options: ReplayOptions): Promise<Walked & { readonly blamed: readonly Blamed[] }> {
  const { opened, gap, timeline } = await replay(options);
  const { findings } = report({ ...opened, config: { ...opened.config, rules: opened.config.rules.filter(({ definition }) => definition.meta.class !== "history") } });
  return { opened, gap, blamed: timeline.blame(findings.filter((finding) => !finding.suppressed)) };
}

/** The lives of all entries of the queue. */
export async function entryLives(options: ReplayOptions): Promise<Walked & { readonly lives: readonly EntryLife[] }> {
  const walk = await openWalk(options, isQueue);
  const lives = new EntryLives();
  let before = walk.start === undefined ? undefined : buildModel(walk.start, walk.opened.settingsFor(walk.start), walk.cache);
  if (before !== undefined) lives.begin(before);
  for (const { snapshot, id, date, author, subject } of walk.trees) {
    const model = buildModel(snapshot, walk.opened.settingsFor(snapshot), walk.cache);
    lives.add({ commit: { id, date, author, subject }, model, gutted: before === undefined ? [] : guttedIn(model, before) });
    before = model;
  }
  return { opened: walk.opened, gap: walk.gap, lives: lives.all };
}

/** What the rule says about entries that lost most of what they said. */
function guttedIn(model: AuditModel, before: AuditModel): { path: string; line: number }[] {
  const rule = rules.find(({ id }) => id === "history/entry-gutted");
  if (rule === undefined) return [];
  const { id, definition } = rule;
  const base = { kind: "known", value: { name: "the commit before", commit: "", model: before, subtracted: false } } as const;
  const { findings } = runRules([{ id, definition, severity: "warning", options: definition.options.parse({}) }], model, { base });
  return findings.map(({ path, line }) => ({ path, line }));
}

interface Walk extends Walked {
  readonly trees: Iterable<CommitTree>;
  readonly cache: DocumentCache;
  /** The tree behind which the walk begins; undefined for the whole history. */
  readonly start: Snapshot | undefined;
}

async function openWalk(options: ReplayOptions, isWanted: (path: string, settings: Settings) => boolean): Promise<Walk> {
  const opened = await open({ ...options, staged: false, base: undefined });
  const refs = await openGitRefs(opened.root);
  const head = await refs.commit(options.ref ?? "HEAD");
  const since = options.since === undefined ? undefined : await refs.commit(options.since);
  const { settings } = opened.config;
  const trees = commitTrees(opened.root, { head, since, today: opened.snapshot.today, wanted: (path) => isWanted(path, settings) });
  const start = since === undefined ? undefined : openGitTree(opened.root, { kind: "commit", id: since, label: since.slice(0, 7) }, { today: opened.snapshot.today });
  return { opened, trees, start, cache: new DocumentCache(), gap: shallowBoundary(opened.root) };
}

function isQueue(path: string, { queue }: Settings): boolean {
  return path === queue.path;
}

function isPlanned(path: string, { queue, roadmap, ledger, staging, agents, specs }: Settings): boolean {
  const documents = [queue.path, roadmap?.path, ledger?.path, staging?.path, ...agents];
  return documents.includes(path) || (specs !== undefined && path.startsWith(`${specs.path}/`));
}

/** The life that a name means. Throws a `UsageError`, with the nearest title, when no commit has such an entry. */
export function livesNamed(lives: readonly EntryLife[], key: string, nearest: (key: string, keys: readonly string[]) => string | undefined): EntryLife[] {
  const found = lives.filter(({ keys }) => keys.includes(key));
  if (found.length > 0) return found;
  const close = nearest(key, lives.flatMap(({ keys }) => keys));
  const title = lives.find(({ keys }) => close !== undefined && keys.includes(close))?.title;
  throw new UsageError("No commit of the history has an entry of this title.", title === undefined ? "Run “queue-lint history” for all of them." : `The nearest is “${title}”.`);
}
