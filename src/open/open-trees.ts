import type { Base } from "../core/audit-model.ts";
import { UsageError } from "../core/errors.ts";
import type { Answer, ReadResult, Snapshot } from "../core/snapshot.ts";
import { isBareRepository, refuseBare } from "../source/git/bare-repository.ts";
import { findBase } from "../source/git/find-base.ts";
import { openGitRefs } from "../source/git/git-refs.ts";
import { openGitTree } from "../source/git/git-tree.ts";
import { headCommit } from "../source/git/head-commit.ts";
import { openWorkTree } from "../source/work-tree.ts";
import type { OpenOptions } from "./lint-options.ts";

export interface OpenedTree {
  readonly snapshot: Snapshot;
  /** Undefined for the work tree, "index", or the full name of the commit. */
  readonly head: string | undefined;
}

/** The tree that is audited. Rejects with a `UsageError` for one that is not there. */
export async function openTree(
  root: string,
  { staged = false, ref, base, observer, memory, today = new Date().toISOString().slice(0, 10) }: OpenOptions,
  blobs: Blobs,
): Promise<OpenedTree> {
  if (staged && ref !== undefined)
    throw new UsageError("--staged and --ref name two different trees.", "Leave one of them out.");
  if (staged)
    return { snapshot: openGitTree(root, { kind: "index" }, { today, blobs, isCompared: true }), head: "index" };
  if (ref === undefined && isBareRepository(root)) refuseBare(root);
  if (ref === undefined)
    return {
      snapshot: openWorkTree(root, { today, observer, memory, blobs: base === undefined ? undefined : blobs }),
      head: undefined,
    };
  const id = await (await openGitRefs(root)).commit(ref);
  return {
    snapshot: openGitTree(
      root,
      { kind: "commit", id, label: labelOf(ref, id) },
      { today, blobs, isCompared: base !== undefined },
    ),
    head: id,
  };
}

function labelOf(ref: string, id: string): string {
  const short = id.slice(0, 7);
  return id.startsWith(ref) ? short : `${ref} (${short})`;
}

export interface HeadTree {
  readonly root: string;
  readonly head: string;
  readonly today: string;
  readonly blobs: Blobs;
  /** The base, when it has been looked up already. */
  readonly found: ReturnType<typeof findBase> | undefined;
}

/** What was read of the blobs that the trees of one audit share. */
export type Blobs = Map<string, ReadResult>;

export type BaseTree = Omit<Base, "model"> & { readonly snapshot: Snapshot };

/** What is staged is compared with the last commit even when nothing is to be subtracted: that is what it changes. So is the work tree, by `headBase`. */
export async function openBase(
  { root, head, today, blobs, found: lookedUp }: HeadTree,
  { base, staged = false }: OpenOptions,
): Promise<Answer<BaseTree>> {
  if (base === undefined && !staged)
    return { kind: "unknown", reason: "there is no base to compare with; name one with --base" };
  const found =
    base === undefined
      ? { name: "HEAD", commit: headCommit(root) }
      : await (lookedUp ?? findBase(root, { base, head }));
  const { name, commit } = found;
  if (commit === undefined) return { kind: "unknown", reason: "the repository has no commit yet" };
  const snapshot = openGitTree(
    root,
    { kind: "commit", id: commit, label: labelOf(name, commit) },
    { today, blobs, isCompared: true },
  );
  return { kind: "known", value: { name, commit, subtracted: base !== undefined, snapshot } };
}
