import { strangeAnswer } from "./git-failure.ts";
import type { FileChange } from "./moving-tree.ts";

/** A commit, and what it changed against its first parent. */
export interface LoggedCommit {
  /** Full object name. */
  readonly id: string;
  /** Full object name; undefined for a commit without parents, and for the one at which a shallow clone was cut off. */
  readonly parent: string | undefined;
  /** ISO 8601, with the author's offset from UTC. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
  readonly changes: readonly FileChange[];
  /** Files that git takes for renamed. */
  readonly renames: readonly (readonly [from: string, to: string])[];
}

interface UnfinishedCommit extends LoggedCommit {
  readonly changes: FileChange[];
  readonly renames: (readonly [string, string])[];
}

const objectName = /^[0-9a-f]{40,64}$/;

/**
 * A mark and five fields of a commit, then `:<modes> <ids> <status>` and a path for each change (two for a rename), each between NULs. What is between them is read by its
 * place and never by what it says: a subject may look like anything. Throws a `UsageError` where it is cut off or says something else.
 */
export function parseCommitLog(output: Buffer): LoggedCommit[] {
  const commits: UnfinishedCommit[] = [];
  const words = output.toString("utf8").split("\0").values();
  for (const text of words) {
    const word = text.trimStart();
    const last = commits.at(-1);
    if (word.startsWith("\u0001")) commits.push(readCommit(word, words));
    else if (word.startsWith(":") && last !== undefined) addChange(last, readChange(word, words));
    else if (word !== "") throw strangeAnswer("log", word);
  }
  return commits;
}

function readCommit(word: string, words: Iterator<string, undefined>): UnfinishedCommit {
  const next = (): string => words.next().value ?? "";
  const id = word.slice(1);
  const [parents, date, author] = [next(), next(), next()];
  const subject = words.next().value;
  if (subject === undefined || !objectName.test(id)) throw strangeAnswer("log", word);
  return { id, parent: parents.split(" ")[0] || undefined, date, author, subject, changes: [], renames: [] };
}

function readChange(word: string, words: Iterator<string, undefined>): RawChange {
  const [, mode = "", , id = "", status = ""] = word.split(" ");
  const path = words.next().value ?? "";
  const to = /^[RC]/.test(status) ? (words.next().value ?? "") : undefined;
  if (path === "" || to === "" || !objectName.test(id)) throw strangeAnswer("log", word);
  return { path, to, mode, id, status };
}

interface RawChange {
  readonly path: string;
  readonly to: string | undefined;
  readonly mode: string;
  readonly id: string;
  readonly status: string;
}

function addChange(commit: UnfinishedCommit, { path, to, mode, id, status }: RawChange): void {
  if (to === undefined) {
    commit.changes.push({ path, mode, id: status.startsWith("D") ? undefined : id });
    return;
  }
  if (status.startsWith("R")) {
    commit.changes.push({ path, mode, id: undefined });
    commit.renames.push([path, to]);
  }
  commit.changes.push({ path: to, mode, id });
}
