import { runGit } from "./run-git.ts";

/** The short name of the branch that is checked out; undefined on a detached head and outside a repository. `root` is an absolute path. */
export function currentBranch(root: string): string | undefined {
  const { status, stdout } = runGit(root, ["symbolic-ref", "--quiet", "--short", "HEAD"]);
  const name = stdout.toString("utf8").trim();
  return status === 0 && name !== "" ? name : undefined;
}
