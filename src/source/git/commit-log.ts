import { strangeAnswer } from "./git-failure.ts";
import { everySubmodule } from "./git-settings.ts";
import { parseCommitLog, type LoggedCommit } from "./parse-commit-log.ts";
import { askGit } from "./run-git.ts";

/** Between NULs, which no name and no subject can hold. */
const header = "--format=%x01%H%x00%P%x00%aI%x00%an%x00%s";

/** One commit by its full object name, without what it changed. Throws a `UsageError` when git cannot answer. */
export function readCommit(root: string, id: string): LoggedCommit {
  const [commit] = parseCommitLog(askGit(root, ["log", "-1", "--no-patch", "-z", header, id, "--"]));
  if (commit === undefined) throw strangeAnswer("log", "");
  return commit;
}

/**
 * The commits from old to new along the first parents of `head`, without those that `since` reaches. `root` is an absolute path inside the repository: paths are relative to
 * it, and what is outside is left out. Throws a `UsageError` when git cannot answer.
 */
export function readCommitLog(
  root: string,
  { head, since }: { readonly head: string; readonly since: string | undefined },
): LoggedCommit[] {
  const range = since === undefined ? [head] : [`${since}..${head}`];
  return parseCommitLog(
    askGit(root, [
      "log",
      "--reverse",
      "--first-parent",
      "--diff-merges=first-parent",
      "--raw",
      "--find-renames",
      "--no-abbrev",
      "--relative",
      everySubmodule,
      "-z",
      header,
      ...range,
      "--",
    ]),
  );
}
