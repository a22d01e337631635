import { runGit } from "./run-git.ts";

/** The address of the remote “origin”, as git would use it to fetch; undefined without one. It may hold a password: never show it. */
export function originUrl(root: string): string | undefined {
  const { status, stdout } = runGit(root, ["remote", "get-url", "origin"]);
  const url = stdout.toString("utf8").trim();
  return status === 0 && url !== "" ? url : undefined;
}
