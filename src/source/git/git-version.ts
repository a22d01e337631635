import { runGit } from "./run-git.ts";

/** "2.43.0"; undefined when git cannot be run. */
export function gitVersion(directory: string): string | undefined {
  const { status, stdout } = runGit(directory, ["--version"]);
  return status === 0 ? /^git version (\S+)/.exec(stdout.toString("utf8"))?.[1] : undefined;
}
