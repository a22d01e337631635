import { buildModel, ModelCache } from "./build-model.ts";
import type { Finding } from "./core/finding.ts";
import { planningRoles, type Settings } from "./core/settings.ts";
import type { Snapshot } from "./core/snapshot.ts";
import type { CommitLabel } from "./engine/entry-lives.ts";
import { runRules } from "./engine/run-rules.ts";
import { inputPaths, type InputPaths } from "./engine/moved-inputs.ts";
import type { LintOptions } from "./open/lint-options.ts";
import { open, type Opened } from "./open/open.ts";
import { findRoot } from "./source/find-root.ts";
import { openGitRefs } from "./source/git/git-refs.ts";
import type { FollowedPaths } from "./source/git/former-paths.ts";
import { shallowBoundary } from "./source/git/shallow-boundary.ts";
import { walkCommits, type CommitRange, type CommitTree, type CommitWalk } from "./source/git/walk-commits.ts";

export interface ReplayOptions extends LintOptions {
  /** A ref to begin after; undefined for the whole history. */
  readonly since?: string | undefined;
  /** Is told of each commit that is audited: its date, ISO 8601, and how many there were with it. */
  readonly onCommit?: ((date: string, count: number) => void) | undefined;
}

/** A walk along the first parents, and how its trees are read. */
export interface OpenedWalk extends CommitWalk {
  readonly opened: Opened;
  readonly cache: ModelCache;
  /** Why the history may begin earlier than it seems to; undefined when it does not. */
  readonly gap: string | undefined;
}

export interface WalkOptions {
  /** What the walk is about, by its paths of today. */
  readonly followed: (settings: Settings) => FollowedPaths;
  /** Whether the commits that touch nothing of that are wanted as well. */
  readonly every: boolean;
}

/** What one commit was found to be. */
export interface AuditedStep {
  readonly commit: CommitLabel;
  readonly touched: readonly string[];
  readonly findings: readonly Finding[];
  readonly inputs: InputPaths;
}

/** Opens repository, configuration and history. Rejects with a `UsageError` for bad refs and without a repository. */
export async function openWalk(options: ReplayOptions, { followed, every }: WalkOptions): Promise<OpenedWalk> {
  // Git looks the refs up while the configuration is read; what is wrong with that is said first.
  const range = rangeOf(findRoot(options.cwd ?? process.cwd(), options.root), options);
  range.catch(() => undefined);
  const opened = await open({ ...options, staged: false, base: undefined });
  const walk = walkCommits(opened.root, {
    ...(await range),
    today: opened.snapshot.today,
    followed: followed(opened.config.settings),
    every,
  });
  return { ...walk, opened, cache: new ModelCache(), gap: shallowBoundary(opened.root, walk.oldest) };
}

async function rangeOf(
  root: string,
  { ref = "HEAD", since }: ReplayOptions,
): Promise<Pick<CommitRange, "head" | "since">> {
  const refs = await openGitRefs(root);
  const [head, start] = await Promise.all([refs.commit(ref), since === undefined ? undefined : refs.commit(since)]);
  return { head, since: start };
}

/** The planning documents and the specs. */
export function planned(settings: Settings): FollowedPaths {
  const { agents, specs, otherSpecRoots, specFiles } = settings;
  const documents = planningRoles.map((role) => settings[role]?.path).filter((path) => path !== undefined);
  return {
    files: [...documents, ...agents],
    directories: specs === undefined ? [] : [specs.path, ...otherSpecRoots],
    names: [...specFiles, "tasks.md"],
  };
}

/** Rules that rest on facts of one tree. */
export function factRules({ config }: Opened): Opened["config"]["rules"] {
  return config.rules.filter(({ definition }) => definition.meta.class !== "history");
}

/** Audits the commits of a walk, each as it was, and before them the one that it begins after, when there is one. What would be found again, because no path came or went and no file changed that was ever read, is left out. */
export function* auditCommits({ opened, start, trees, isFollowed, cache }: OpenedWalk): Generator<AuditedStep> {
  const judging = factRules(opened);
  const settingsFor = followSettings(opened);
  const read = new Set<string>();
  let last: string | undefined;
  for (const { snapshot: tree, pathSetId, touched, sinceLast, ...commit } of startingWith(start, trees)) {
    const samePaths = last !== undefined && pathSetId === last;
    if (samePaths && !touched.some((path) => isFollowed(path) || read.has(path))) continue;
    const snapshot = observed(tree, read);
    const settings = settingsFor(snapshot, sinceLast);
    const { findings } = runRules(judging, buildModel(snapshot, settings, cache), opened.config.catalogue);
    yield { commit, touched, findings, inputs: inputPaths(settings) };
    last = pathSetId;
  }
}

/** The same tree, which writes down the files that are read. */
function observed(tree: Snapshot, read: Set<string>): Snapshot {
  return {
    ...tree,
    read: (path) => {
      read.add(path);
      return tree.read(path);
    },
  };
}

function* startingWith(start: CommitTree | undefined, trees: Iterable<CommitTree>): Generator<CommitTree> {
  if (start !== undefined) yield start;
  yield* trees;
}

/** The settings of each commit: those of the commit before, where nothing changed that they rest on. */
function followSettings({
  settingsFor,
  config,
}: Opened): (snapshot: Snapshot, sinceLast: readonly string[]) => Settings {
  let last: Settings | undefined;
  // Those that a later commit adds are not there yet.
  const agents = new Set(config.settings.agents);
  return (snapshot, sinceLast) => {
    const before = last;
    const isKept =
      before !== undefined &&
      sinceLast.every((path) => !agents.has(path) && isPlanned(path, before) && isThere(snapshot, path));
    return (last = isKept ? before : settingsFor(snapshot));
  };
}

/** Settings rest on where documents and specs are, on instruction files and on configuration: not on what documents and specs say, nor on how many specs there are as long as none goes. */
function isPlanned(path: string, settings: Settings): boolean {
  const { files, directories } = planned({ ...settings, agents: [] });
  return files.includes(path) || directories.some((directory) => path.startsWith(`${directory}/`));
}

function isThere(snapshot: Snapshot, path: string): boolean {
  const at = path.lastIndexOf("/");
  const name = path.slice(at + 1);
  return snapshot.entries(path.slice(0, Math.max(at, 0))).some((entry) => entry.name === name && entry.kind === "file");
}
