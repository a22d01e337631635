import { parseCommitLog, type LoggedCommit } from "./parse-commit-log.ts";
import { askGit } from "./run-git.ts";

/**
 * The commits from old to new along the first parents of `head`, without those that `since` reaches. `root` is an absolute path inside the repository: paths are relative to
 * it, and what is outside is left out. Throws a `UsageError` when git cannot answer.
 */
export function readCommitLog(root: string, { head, since }: { readonly head: string; readonly since: string | undefined }): LoggedCommit[] {
  const range = since === undefined ? [head] : [`${since}..${head}`];
  return parseCommitLog(askGit(root, ["log", "--reverse", "--first-parent", "-m", "--raw", "--find-renames", "--no-abbrev", "--relative", "-z", "--format=%x01%H%x02%P%x02%aI%x02%an%x02%s", ...range, "--"]));
}
