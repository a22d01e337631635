import { readFileSync } from "node:fs";
import { z } from "zod";
import { UsageError } from "../core/errors.ts";

/** The pull request that a run is about. */
export interface PullRequest {
  readonly number: number;
  /** Full name of the last commit of its branch: what is shown beside the pull request, not the merge that is checked out. */
  readonly head: string;
  /** False when the event names no target. */
  readonly hasBase: boolean;
  /** Whether its branch is in another repository: the token may only read then. */
  readonly fork: boolean;
}

const commit = z.string().regex(/^[0-9a-f]{40,64}$/);
const repository = z.object({ full_name: z.string() }).nullish();
const pullRequest = z.object({
  number: z.int().positive(),
  head: z.object({ sha: commit, repo: repository }),
  base: z.object({ sha: commit, repo: repository }).nullish(),
});

/**
 * The pull request of the event; undefined for other events. Throws a `UsageError` when the event is not JSON, or is that of a pull
 * request and does not describe one.
 */
export function readPullRequest(environment: Readonly<Record<string, string | undefined>>): PullRequest | undefined {
  const { GITHUB_EVENT_PATH: path = "", GITHUB_EVENT_NAME: name = "" } = environment;
  const expected = name.startsWith("pull_request");
  if (path === "" && !expected) return undefined;
  const { pull_request: described } = readEvent(path);
  if (described === undefined && !expected) return undefined;
  const { success, data, error } = pullRequest.safeParse(described);
  if (!success) throw noPullRequest(name, error.issues, path);
  const { number, head, base } = data;
  return { number, head: head.sha, hasBase: base != null, fork: isFork(head.repo, base?.repo) };
}

type NamedRepository = z.infer<typeof repository>;

/** A repository that is gone was another one. */
function isFork(from: NamedRepository, into: NamedRepository): boolean {
  return from === null || (into != null && from?.full_name !== into.full_name);
}

function noPullRequest(event: string, issues: readonly z.core.$ZodIssue[], path: string): UsageError {
  const faults = issues.map((issue) => `${["pull_request", ...issue.path].join(".")}: ${issue.message}`);
  return new UsageError(
    `The event “${event}” describes no pull request: ${faults.join("; ")}.`,
    "Run the action in a workflow that starts “on: pull_request”, or correct GITHUB_EVENT_PATH.",
    path,
  );
}

function readEvent(path: string): { readonly pull_request?: unknown } {
  try {
    return (JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, "")) ?? {}) as { readonly pull_request?: unknown };
  } catch (error) {
    throw new UsageError(
      `The event of the run cannot be read: ${(error as Error).message.split("\n", 1)[0] ?? ""}`,
      "Correct GITHUB_EVENT_PATH; a runner sets it.",
      path === "" ? undefined : path,
    );
  }
}
