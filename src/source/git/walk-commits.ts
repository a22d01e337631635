import { lazily } from "../../core/lazily.ts";
import type { Snapshot } from "../../core/snapshot.ts";
import { readCommit, readCommitLog } from "./commit-log.ts";
import { formerPaths, type FollowedPaths } from "./former-paths.ts";
import { commitFiles } from "./git-files.ts";
import { blobReader, readBlobs, requireContents } from "./git-objects.ts";
import { gitSnapshot } from "./git-tree.ts";
import { MovingTree } from "./moving-tree.ts";
import type { LoggedCommit } from "./parse-commit-log.ts";

/** A commit and the tree that it made. */
export interface CommitTree extends Pick<LoggedCommit, "id" | "date" | "author" | "subject"> {
  /** Paths that differ from the first parent, relative to the root. */
  readonly touched: readonly string[];
  /** Paths that differ from the tree before it in the walk: also what the commits between them touched, which the walk passes over. */
  readonly sinceLast: readonly string[];
  readonly snapshot: Snapshot;
  /** What identifies the set of its paths, where each of them leads where it seems to: equal for two trees only if both have the same ones. */
  readonly pathSetId: string | undefined;
}

export interface CommitRange {
  /** Full object name of the last commit. */
  readonly head: string;
  /** Full object name of the commit to begin after; undefined for the whole history. */
  readonly since: string | undefined;
  /** ISO 8601 date of the audit. */
  readonly today: string;
  /** What the walk is about. Its contents are read ahead, all at once. */
  readonly followed: FollowedPaths;
  /** Whether the commits that touch nothing of that are wanted as well. */
  readonly every: boolean;
}

export interface CommitWalk {
  /** The commit before the first one, with its tree; the last one when there is none after it. Undefined when the first commit has no parent. */
  readonly start: CommitTree | undefined;
  /** The first commit; undefined when there is none. */
  readonly oldest: LoggedCommit | undefined;
  /** Whether a path is, or once was, one that the walk is about. */
  readonly isFollowed: (path: string) => boolean;
  /** From old to new. A tree holds when the next one is asked for. */
  readonly trees: Iterable<CommitTree>;
}

/**
 * The commits of a range along the first parents, each with its whole tree. Git is asked three times: for the files of the
 * first tree, for what each commit changed, and for the contents; and once more for the commit to begin after. Nothing is checked out. Throws a `UsageError` when git cannot answer, also when a tree is asked for a content
 * that is not there.
 */
export function walkCommits(root: string, range: CommitRange): CommitWalk {
  const { today, every } = range;
  const commits = readCommitLog(root, range);
  const { isFollowed, isRead } = formerPaths(commits, range.followed);
  const [oldest] = commits;
  // Not the tree of the ref to begin after: that one need not be on the line of first parents.
  const before = oldest === undefined ? range.head : oldest.parent;
  const files = before === undefined ? [] : commitFiles(root, before);
  const ahead = [files, ...commits.map(({ changes }) => changes)].flatMap((some) =>
    some.flatMap(({ path, id }) => (id !== undefined && isRead(path) ? [id] : [])),
  );
  const blob = requireContents(root, blobReader(root, files, readBlobs(root, [...new Set(ahead)])));
  const tree = new MovingTree(files);
  const departures = lazily(() => firstDepartures(commits));
  const take = (id: string, index: number): Pick<CommitTree, "snapshot" | "pathSetId"> => {
    const taken = tree.take();
    const hasLeft = (path: string): boolean => (departures().get(path) ?? Infinity) <= index;
    const history = walkedHistory((path) => taken.byPath.has(path) || taken.children.has(path) || hasLeft(path));
    const subject = { root, today, history, tree: `commit ${id.slice(0, 7)}` };
    return {
      snapshot: gitSnapshot({ tree: taken, blob }, subject),
      pathSetId: taken.isPlain ? taken.listing : undefined,
    };
  };
  const start =
    before === undefined
      ? undefined
      : { ...labelOf(readCommit(root, before)), touched: [], sinceLast: [], ...take(before, -1) };
  function* trees(): Generator<CommitTree> {
    let sinceLast: string[] = [];
    for (const [index, commit] of commits.entries()) {
      const { id, changes } = commit;
      tree.apply(changes);
      const touched = changes.map(({ path }) => path);
      for (const path of touched) sinceLast.push(path);
      if (!every && !touched.some(isFollowed)) continue;
      yield { ...labelOf(commit), touched, sinceLast, ...take(id, index) };
      sinceLast = [];
    }
  }
  return { start, oldest, isFollowed, trees: trees() };
}

function labelOf({ id, date, author, subject }: LoggedCommit): Pick<CommitTree, "id" | "date" | "author" | "subject"> {
  return { id, date, author, subject };
}

/** By path, the index of the first commit that took it away: a file, or a directory of which something went. */
function firstDepartures(commits: readonly LoggedCommit[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [index, { changes }] of commits.entries())
    for (const { path, id } of changes)
      for (let end = id === undefined ? path.length : 0; end > 0; end = path.lastIndexOf("/", end - 1))
        if (!first.has(path.slice(0, end))) first.set(path.slice(0, end), index);
  return first;
}

const unknown = { kind: "unknown", reason: "a replay does not ask the history of each commit" } as const;

/** What the walk itself has seen: git is asked nothing for each commit. */
function walkedHistory(hasSeen: (path: string) => boolean): Snapshot["history"] {
  return {
    commit: () => unknown,
    renamed: () => unknown,
    existed: (path) => (hasSeen(path) ? { kind: "known", value: true } : unknown),
    branches: () => unknown,
    at: () => unknown,
  };
}
