import { readFileSync } from "node:fs";
import { UsageError } from "../../core/errors.ts";
import { openGitRefs } from "./git-refs.ts";

export interface BaseQuestion {
  /** A ref, or "auto". */
  readonly base: string;
  /** The audited commit by its full object name, or "HEAD". */
  readonly head: string;
  readonly environment?: NodeJS.ProcessEnv;
}

export interface FoundBase {
  /** How the user knows it: "main". */
  readonly name: string;
  /** Where the audited tree parted from it, by its full object name. */
  readonly commit: string;
}

/**
 * The commit to compare with: the merge base of a ref and the audited tree. `auto` takes the ref from the event of the CI, else the
 * upstream of the branch, else the default branch of the remote. Rejects with a `UsageError` when there is none: “nothing to compare
 * with” must not look like “nothing is wrong”.
 */
export async function findBase(
  root: string,
  { base, head, environment = process.env }: BaseQuestion,
): Promise<FoundBase> {
  const refs = await openGitRefs(root);
  const common = base === "auto" ? undefined : await refs.commonCommit(base, head);
  if (common !== undefined) return { name: base, commit: common };
  const start = await refs.commit(head);
  if (base !== "auto") return { name: base, commit: await refs.mergeBase(await refs.commit(base), start) };
  const candidates = candidatesOf(environment, start);
  for (const { ref, name, elsewhere } of candidates) {
    const found = await refs.find(ref);
    if (found === undefined) continue;
    const commit = await refs.mergeBase(found, start);
    if (commit !== start || elsewhere !== true) return { name, commit };
  }
  throw nothingFound(candidates);
}

interface Candidate {
  readonly ref: string;
  readonly name: string;
  /** True when it is not a base if it stands for the audited commit itself: a tree compared with itself has always become no worse. */
  readonly elsewhere?: true;
}

/** The target that a CI names is the base or there is none: another branch would be the wrong one. */
function candidatesOf(environment: NodeJS.ProcessEnv, start: string): Candidate[] {
  const event = readEvent(environment["GITHUB_EVENT_PATH"]);
  const named = [
    ...fromPullRequestMerge(environment, start),
    ...fromGitHubTarget(environment, event),
    ...fromGitLab(environment),
  ];
  return named.length > 0 ? named : [...fromPush(event), ...fromBranch(environment)];
}

/**
 * What is checked out for a pull request is a merge with its target: the first parent is the target at that very moment. A workflow
 * that checks out the branch itself has the same variables; the first parent is the branch's own then.
 */
function fromPullRequestMerge(
  { GITHUB_REF, GITHUB_SHA, GITHUB_BASE_REF }: NodeJS.ProcessEnv,
  start: string,
): Candidate[] {
  const isMerge = /^refs\/pull\/\d+\/merge$/.test(GITHUB_REF ?? "") && GITHUB_SHA === start;
  return isMerge ? [{ ref: `${start}^1`, name: GITHUB_BASE_REF ?? "the target branch" }] : [];
}

/** GitHub, and Gitea and Forgejo, which name things alike. */
function fromGitHubTarget({ GITHUB_BASE_REF: target = "" }: NodeJS.ProcessEnv, event: unknown): Candidate[] {
  const branch = target === "" ? [] : [{ ref: `refs/remotes/origin/${target}`, name: target }];
  const ids = [at(event, "pull_request", "base", "sha"), at(event, "merge_group", "base_sha")].filter(isCommit);
  return [...branch, ...ids.map((id) => ({ ref: id, name: target === "" ? id.slice(0, 7) : target }))];
}

/** What the branch was before; a branch that is new may well be where the default branch is. */
function fromPush(event: unknown): Candidate[] {
  const before = at(event, "before");
  if (!isCommit(before)) return [];
  return /^0+$/.test(before)
    ? [{ ref: "refs/remotes/origin/HEAD", name: "origin/HEAD" }]
    : [{ ref: before, name: before.slice(0, 7) }];
}

function fromGitLab({
  CI_MERGE_REQUEST_DIFF_BASE_SHA: id,
  CI_MERGE_REQUEST_TARGET_BRANCH_NAME: name,
}: NodeJS.ProcessEnv): Candidate[] {
  return id === undefined || id === "" ? [] : [{ ref: id, name: name ?? id.slice(0, 7) }];
}

/** In CI the upstream branch is the one that was just pushed, and the default branch may be it. */
function fromBranch({ CI }: NodeJS.ProcessEnv): Candidate[] {
  const remote = { ref: "refs/remotes/origin/HEAD", name: "origin/HEAD" };
  return CI === undefined || CI === "" || CI === "false"
    ? [{ ref: "@{upstream}", name: "the upstream branch" }, remote]
    : [{ ...remote, elsewhere: true }];
}

function readEvent(path: string | undefined): unknown {
  if (path === undefined || path === "") return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UsageError(
      `The event of the CI cannot be read: ${(error as Error).message.split("\n", 1)[0] ?? ""}`,
      "Name the base with --base REF, or correct GITHUB_EVENT_PATH.",
      path,
    );
  }
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce(
    (inner: unknown, key) =>
      typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[key] : undefined,
    value,
  );
}

function isCommit(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{40,64}$/.test(value);
}

function nothingFound(candidates: readonly Candidate[]): UsageError {
  const tried = candidates.map(({ ref }) => ref).join(", ");
  return new UsageError(
    `No base was found: this clone has no other commit under ${tried}.`,
    "Name it with --base REF, set the upstream branch (git branch --set-upstream-to), or fetch the history (git fetch --unshallow; in a workflow fetch-depth: 0).",
  );
}
