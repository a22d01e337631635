import type { RemoteAnswer, RemoteReference } from "./remote.ts";
import type { Unknown } from "./unknown.ts";

/** What is at a path. `broken` is a symbolic link to nothing, `outside` one that leaves the repository. */
export type EntryKind = "file" | "directory" | "broken" | "outside" | "special";

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** The text of a file, or why there is none. `id` identifies the content. */
export type ReadResult =
  | { readonly ok: true; readonly text: string; readonly id: string }
  | { readonly ok: false; readonly reason: ReadFailure; readonly detail: string };

export type ReadFailure = "missing" | "directory" | "broken" | "outside" | "encoding" | "too-large" | "unreadable";

export type { Unknown } from "./unknown.ts";

/** Whether a commit exists. */
export type CommitAnswer = { readonly kind: "exists" } | { readonly kind: "missing" } | Unknown;

/** What the history tells. */
export type Answer<Value> = { readonly kind: "known"; readonly value: Value } | Unknown;

/** The history that leads to a snapshot, as far as the clone has it. Synchronous; asks git only when it is asked. */
export interface History {
  /** Looks a commit up, by 7 to 64 hexadecimal digits. */
  commit(id: string): CommitAnswer;
  /** Where a file or directory that is gone went, by its last rename; undefined when git shows none. */
  renamed(path: string): Answer<string | undefined>;
  /** Whether there ever was a file or directory of that name. */
  existed(path: string): Answer<boolean>;
  /** Short names of the branches, local and remote, with commits that the snapshot does not have yet. */
  branches(): Answer<readonly string[]>;
  /** The tree as it was at the end of a day (ISO 8601, UTC), by the dates of the commits of its own branch. */
  at(day: string): Answer<Snapshot>;
}

/**
 * The repository at one moment. Filled by `source/` from a work tree, an index or a commit, by
 * tests from an object. Every method is synchronous and answers the same for the life of the snapshot.
 * Paths are relative to the root, with forward slashes and without a leading `./`; the root itself is "".
 */
export interface Snapshot {
  /** The absolute path of the root, for display only. */
  readonly root: string;
  /** Which tree this is, for display: "work tree", "index", "commit 1a2b3c4". */
  readonly tree: string;
  /** ISO 8601 calendar date, `2026-11-23`. */
  readonly today: string;
  /** The children of a directory in exact case, sorted by name; empty when it does not exist. Read once. */
  entries(directory: string): readonly DirectoryEntry[];
  /** Read on demand, once. Line endings and trailing spaces are kept; a byte-order mark is part of the text. */
  read(path: string): ReadResult;
  /** True when the system takes two Unicode forms of a name for one, as macOS does. */
  readonly foldsForms?: boolean;
  /** Paths of files that match globs, sorted. Slow on large repositories: ask only when it is needed. */
  glob(patterns: readonly string[]): readonly string[];
  /**
   * What identifies the content of a directory with all that is below it, where that is known without looking: equal for two trees only if nothing differs. A tree that
   * is the only one to be looked at does not have it.
   */
  contentId?(directory: string): string | undefined;
  readonly history: History;
  /** What a server said about an issue or a pull request, when one was asked before the audit; without it the audit is offline. */
  remote?(reference: RemoteReference): RemoteAnswer;
}
