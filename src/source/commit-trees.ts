import type { Snapshot } from "../core/snapshot.ts";
import { commitFiles } from "./git-files.ts";
import { blobReader, readBlobs } from "./git-objects.ts";
import { gitSnapshot } from "./git-tree.ts";
import { MovingTree, type FileChange } from "./moving-tree.ts";
import { askGit } from "./run-git.ts";

/** A commit and the tree that it made. */
export interface CommitTree {
  /** Full object name. */
  readonly id: string;
  /** ISO 8601, with the author's offset from UTC. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  /** Paths that differ from the first parent, relative to the root. */
  readonly touched: readonly string[];
  readonly snapshot: Snapshot;
}

export interface CommitRange {
  /** Full object name of the last commit. */
  readonly head: string;
  /** Full object name of the commit to begin behind; undefined for the whole history. */
  readonly since: string | undefined;
  /** ISO 8601 date of the audit. */
  readonly today: string;
  /** Whether commits that touch a path are wanted. Contents of such paths are read ahead, all at once. */
  readonly wanted: (path: string) => boolean;
}

/**
 * The commits that touched a wanted path, from old to new along the first parents, each with its whole tree. Git is asked three times: for the files of the
 * first tree, for what each commit changed, and for the contents. Nothing is checked out. Throws a `UsageError` when git cannot answer.
 */
export function* commitTrees(root: string, { head, since, today, wanted }: CommitRange): Generator<CommitTree> {
  const start = since === undefined ? [] : commitFiles(root, since);
  const commits = readLog(askGit(root, ["log", "--reverse", "--first-parent", "-m", "--raw", "--no-renames", "--no-abbrev", "--relative", "-z", "--format=%x01%H%x02%aI%x02%an%x02%s", ...(since === undefined ? [head] : [`${since}..${head}`]), "--"]));
  const ahead = commits.flatMap(({ changes }) => changes.flatMap(({ path, id }) => (id !== undefined && wanted(path) ? [id] : [])));
  const known = readBlobs(root, [...new Set(ahead)]);
  const tree = new MovingTree(start);
  const blob = blobReader(root, start, known);
  for (const { changes, ...commit } of commits) {
    tree.apply(changes);
    const touched = changes.map(({ path }) => path);
    if (touched.some(wanted)) yield { ...commit, touched, snapshot: gitSnapshot({ tree: tree.tree, blob }, { root, today, history: unknownHistory, tree: `commit ${commit.id.slice(0, 7)}` }) };
  }
}

const unknown = { kind: "unknown", reason: "a replay does not ask the history of each commit" } as const;
const unknownHistory: Snapshot["history"] = { commit: () => unknown, renamed: () => unknown, branches: () => unknown, at: () => unknown };

interface LogEntry extends Omit<CommitTree, "touched" | "snapshot"> {
  readonly changes: readonly FileChange[];
}

/** `<header>`, then `:<modes> <ids> <status>` and a path for each change, between NULs. */
function readLog(output: Buffer): LogEntry[] {
  const entries: (LogEntry & { readonly changes: FileChange[] })[] = [];
  const words = output.toString("utf8").split("\0");
  for (let index = 0; index < words.length; index += 1) {
    const word = (words[index] ?? "").trimStart();
    if (word.startsWith("\u0001")) {
      const [id = "", date = "", author = "", subject = ""] = word.slice(1).split("\u0002");
      entries.push({ id, date, author, subject, changes: [] });
    } else if (word.startsWith(":")) {
      const [, mode = "", , id = "", status = ""] = word.split(" ");
      index += 1;
      entries.at(-1)?.changes.push({ path: words[index] ?? "", mode, id: status.startsWith("D") ? undefined : id });
    }
  }
  return entries;
}
