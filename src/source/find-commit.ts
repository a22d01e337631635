import { spawnSync } from "node:child_process";
import type { CommitAnswer } from "../core/snapshot.ts";

/** How long git may take to answer, in milliseconds. */
const patience = 10_000;

/**
 * Looks commits up with git, one process for each name that is asked for: a ledger names few. Runs no hook, filter or
 * pager, and fetches nothing. `root` is an absolute path inside the repository.
 */
export function findCommit(root: string): (id: string) => CommitAnswer {
  let limits: { reason: string | undefined } | undefined;
  return (id) => {
    // Only an object name may reach the command line of git.
    if (!/^[0-9a-f]{7,64}$/i.test(id)) return { kind: "unknown", reason: `“${id.slice(0, 80)}” is no object name` };
    if (git(root, ["cat-file", "-e", `${id}^{commit}`]).status === 0) return { kind: "exists" };
    const { reason } = (limits ??= { reason: whyUnknown(root) });
    return reason === undefined ? { kind: "missing" } : { kind: "unknown", reason };
  };
}

/** Why a commit that git does not find may exist nevertheless. */
function whyUnknown(root: string): string | undefined {
  const shallow = git(root, ["rev-parse", "--is-shallow-repository"]);
  if (shallow.error !== undefined) return "git cannot be run";
  if (shallow.status !== 0) return "there is no git history";
  return shallow.stdout.trim() === "false" ? undefined : "the clone is shallow; run “git fetch --unshallow”";
}

function git(root: string, args: readonly string[]): { status: number | null; stdout: string; error: Error | undefined } {
  const { status, stdout, error } = spawnSync("git", ["-C", root, ...args], {
    encoding: "utf8", timeout: patience, stdio: ["ignore", "pipe", "ignore"], env: { ...process.env, GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0" },
  });
  return { status, stdout: stdout ?? "", error };
}
