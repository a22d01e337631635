import { runGit } from "./run-git.ts";

/** The full object name of the last commit; undefined when there is none. `root` is an absolute path inside the repository. */
export function headCommit(root: string): string | undefined {
  const { status, stdout } = runGit(root, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  return status === 0 ? stdout.toString("utf8").trim() : undefined;
}
