import { runGit } from "./run-git.ts";

/** What to say when the clone does not have its whole history; undefined when it has. */
export function shallowBoundary(root: string): string | undefined {
  const { stdout } = runGit(root, ["rev-parse", "--is-shallow-repository"]);
  return stdout.toString("utf8").trim() === "true" ? "the clone is shallow, so the history may begin earlier; run “git fetch --unshallow”" : undefined;
}
