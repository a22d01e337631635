import { lazily } from "../../core/lazily.ts";
import type { Answer, CommitAnswer, History, Snapshot, Unknown } from "../../core/snapshot.ts";
import { findStart, type Gap } from "./find-start.ts";
import { readPathHistory, type PathHistory } from "./path-history.ts";
import { runGit } from "./run-git.ts";

export interface HistoryOptions {
  /** The commit that the history leads to: "HEAD", or a full object name. */
  readonly start: string;
  /** Opens the tree of a commit by its full object name. */
  readonly open: (commit: string) => Snapshot;
  /** What the trees of one audit have in common: for one that starts at a full object name, it is known then whether the clone is shallow. */
  readonly shared?: object | undefined;
}

interface HistoryGap extends Pick<Gap, "kind"> {
  readonly answer: Unknown;
}

function answering(gap: Gap | undefined): HistoryGap | undefined {
  return gap && { kind: gap.kind, answer: { kind: "unknown", reason: gap.reason } };
}

/** The audits whose clone is not shallow. */
const complete = new WeakSet();

/**
 * The history of a repository, asked of git when a rule asks. `root` is an absolute path inside the repository. Where it starts is looked up once: a commit
 * that somebody makes meanwhile changes no answer.
 */
export function gitHistory(root: string, { start, open, shared }: HistoryOptions): History {
  const found = lazily(() => {
    if (shared !== undefined && complete.has(shared) && /^[0-9a-f]{40,64}$/.test(start))
      return { commit: start, gap: undefined };
    const asked = findStart(root, start);
    if (shared !== undefined && asked.gap === undefined) complete.add(shared);
    return asked;
  });
  const gap = (): HistoryGap | undefined => answering(found().gap);
  const paths = lazily(() => readPathHistory(root, found().commit, { isStaged: start === "HEAD" }));
  /** What the history shows; that it shows nothing is known only where all of it is there. */
  const formerly = <Value>(ask: (history: PathHistory) => Value, nothing: Value): Answer<Value> => {
    const unknown = gap();
    if (unknown?.kind === "none") return unknown.answer;
    const value = ask(paths());
    if (value !== nothing) return { kind: "known", value };
    const { gap: reason } = paths();
    if (reason !== undefined) return { kind: "unknown", reason };
    return unknown?.answer ?? { kind: "known", value };
  };
  return {
    commit: memoised((id) => findCommit(root, id, gap)),
    renamed: memoised((path) => formerly((paths) => paths.renamedTo(path), undefined)),
    existed: memoised((path) => formerly((paths) => paths.existed(path), false)),
    branches: lazily((): Answer<readonly string[]> => {
      const unknown = gap();
      return unknown?.kind === "none"
        ? unknown.answer
        : { kind: "known", value: unmergedBranches(root, found().commit) };
    }),
    at: memoised((day): Answer<Snapshot> => {
      const unknown = gap();
      if (unknown?.kind === "none") return unknown.answer;
      const commit = runGit(root, [
        "rev-list",
        "-1",
        "--first-parent",
        `--before=${day}T23:59:59Z`,
        found().commit,
        "--",
      ])
        .stdout.toString("utf8")
        .trim();
      if (commit !== "") return { kind: "known", value: open(commit) };
      return unknown?.answer ?? { kind: "unknown", reason: `the history begins after ${day}` };
    }),
  };
}

function findCommit(root: string, id: string, gap: () => HistoryGap | undefined): CommitAnswer {
  // Only an object name may reach the command line of git.
  if (!/^[0-9a-f]{7,64}$/i.test(id)) return { kind: "unknown", reason: `“${id.slice(0, 80)}” is not an object name` };
  if (runGit(root, ["cat-file", "-e", `${id}^{commit}`]).status === 0) return { kind: "exists" };
  return gap()?.answer ?? { kind: "missing" };
}

/** What is merged is not in flight, and neither is the branch that the tree is of. */
function unmergedBranches(root: string, start: string): string[] {
  const refs = runGit(root, [
    "for-each-ref",
    "--format=%(refname)",
    `--no-merged=${start}`,
    "refs/heads",
    "refs/remotes",
  ])
    .stdout.toString("utf8")
    .split("\n");
  const names = refs
    .filter((ref) => ref !== "" && !ref.endsWith("/HEAD"))
    .map((ref) => ref.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, ""));
  return [...new Set(names)].sort();
}

function memoised<Value>(compute: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: compute(key) };
    known.set(key, found);
    return found.value;
  };
}
