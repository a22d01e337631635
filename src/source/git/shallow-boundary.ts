import type { LoggedCommit } from "./parse-commit-log.ts";
import { runGit } from "./run-git.ts";

/** What to say when the clone ends before the history does, at the first commit that was read; undefined when it has everything that was asked for. */
export function shallowBoundary(root: string, oldest: LoggedCommit | undefined): string | undefined {
  if (oldest === undefined || oldest.parent !== undefined) return undefined;
  const { stdout } = runGit(root, ["rev-parse", "--is-shallow-repository"]);
  if (stdout.toString("utf8").trim() !== "true") return undefined;
  return `the clone is shallow and begins with ${oldest.id.slice(0, 7)} of ${oldest.date.slice(0, 10)}, so the history may begin earlier; run “git fetch --unshallow”`;
}
