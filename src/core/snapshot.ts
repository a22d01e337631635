/** What stands at a path. `broken` is a symbolic link to nothing, `outside` one that leaves the repository. */
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

/** Whether a commit exists; `unknown` with the reason when the history cannot tell. */
export type CommitAnswer = { readonly kind: "exists" } | { readonly kind: "missing" } | { readonly kind: "unknown"; readonly reason: string };

/**
 * The repository at one moment. Filled by `source/` from a work tree (later: an index or a commit), by
 * tests from an object. Every method is synchronous and answers the same for the life of the snapshot.
 * Paths are relative to the root, with forward slashes and without a leading `./`; the root itself is "".
 */
export interface Snapshot {
  /** The absolute path of the root, for display only. */
  readonly root: string;
  /** Which tree this is, for display: "work tree". */
  readonly tree: string;
  /** ISO 8601 calendar date, `2026-11-23`. */
  readonly today: string;
  /** The children of a directory in exact case, sorted by name; empty when it does not exist. Read once. */
  entries(directory: string): readonly DirectoryEntry[];
  /** Read on demand, once. Line endings and trailing spaces are kept; a byte-order mark is part of the text. */
  read(path: string): ReadResult;
  /** Paths of files that match globs, sorted. Slow on large repositories: ask only when it is needed. */
  glob(patterns: readonly string[]): readonly string[];
  /** Looks a commit up in the history, by 7 to 64 hexadecimal digits. */
  commit(id: string): CommitAnswer;
}
