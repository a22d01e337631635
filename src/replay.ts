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
import { movedInputs, report } from "./lint.ts";
import { open, type LintOptions, type Opened } from "./open.ts";
import { walkCommits, type CommitWalk } from "./source/walk-commits.ts";
import type { FollowedPaths } from "./source/former-paths.ts";
import { openGitRefs } from "./source/git-refs.ts";
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
  return audits(options, { every: false });
}

/** For each present finding the commit in which claim and fact first disagreed: also one that touched neither planning documents nor specs. */
export async function blame(options: ReplayOptions): Promise<Walked & { readonly blamed: readonly Blamed[] }> {
  const { opened, gap, timeline } = await audits(options, { every: true });
  const { findings } = report({ ...opened, config: { ...opened.config, rules: factRules(opened) } });
  return { opened, gap, blamed: timeline.blame(findings.filter((finding) => !finding.suppressed)) };
}

/** Rules that rest on facts of one tree. */
function factRules({ config }: Opened): Opened["config"]["rules"] {
  return config.rules.filter(({ definition }) => definition.meta.class !== "history");
}

async function audits(options: ReplayOptions, { every }: { readonly every: boolean }): Promise<Walked & { readonly timeline: Timeline }> {
  const walk = await openWalk(options, { followed: planned, every });
  const { opened, isFollowed } = walk;
  const timeline = new Timeline();
  const judging = factRules(opened);
  const memory: RuleMemory = new RunMemory();
  const settingsFor = followSettings(opened);
  let last: { readonly listing: string | undefined; readonly settings: Settings } | undefined;
  for (const { snapshot, touched, ...commit } of walk.trees) {
    const { listing } = snapshot;
    // No path came or went, and no file changed that anything was read from: every rule would say what it said.
    if (last !== undefined && listing !== undefined && last.listing === listing && !touched.some((path) => isFollowed(path) || memory.hasRead(path) || path === opened.configFile?.path)) continue;
    const settings = settingsFor(snapshot, touched);
    const model = buildModel(snapshot, settings, walk.cache);
    const { findings } = runRules(judging, model, { ...opened.config.catalogue, memory });
    timeline.add({ commit, touched, findings, ...(last === undefined || last.settings === settings ? {} : { moved: movedInputs(last.settings, settings) }) });
    last = { listing, settings };
  }
  return { opened, gap: walk.gap, timeline };
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

/** The lives of all entries of the queue. */
export async function entryLives(options: ReplayOptions): Promise<Walked & { readonly lives: readonly EntryLife[] }> {
  const walk = await openWalk(options, { followed: ({ queue }) => ({ files: [queue.path], directories: [] }), every: false });
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

interface Walk extends Walked, Pick<CommitWalk, "start" | "trees" | "isFollowed"> {
  readonly cache: DocumentCache;
}

interface WalkWishes {
  readonly followed: (settings: Settings) => FollowedPaths;
  readonly every: boolean;
}

async function openWalk(options: ReplayOptions, { followed, every }: WalkWishes): Promise<Walk> {
  const opened = await open({ ...options, staged: false, base: undefined });
  const refs = await openGitRefs(opened.root);
  const head = await refs.commit(options.ref ?? "HEAD");
  const since = options.since === undefined ? undefined : await refs.commit(options.since);
  const { start, oldest, isFollowed, trees } = walkCommits(opened.root, { head, since, today: opened.snapshot.today, followed: followed(opened.config.settings), every });
  return { opened, start, isFollowed, trees, cache: new DocumentCache(), gap: shallowBoundary(opened.root, oldest) };
}

function planned({ queue, roadmap, ledger, staging, agents, specs }: Settings): FollowedPaths {
  const files = [queue.path, roadmap?.path, ledger?.path, staging?.path, ...agents].filter((path) => path !== undefined);
  return { files, directories: specs === undefined ? [] : [specs.path] };
}

/** The life that a name means. Throws a `UsageError`, with the nearest title, when no commit has such an entry. */
export function livesNamed(lives: readonly EntryLife[], key: string, nearest: (key: string, keys: readonly string[]) => string | undefined): EntryLife[] {
  const found = lives.filter(({ keys }) => keys.includes(key));
  if (found.length > 0) return found;
  const close = nearest(key, lives.flatMap(({ keys }) => keys));
  const title = lives.find(({ keys }) => close !== undefined && keys.includes(close))?.title;
  throw new UsageError("No commit of the history has an entry of this title.", title === undefined ? "Run “queue-lint history” for all of them." : `The nearest is “${title}”.`);
}
