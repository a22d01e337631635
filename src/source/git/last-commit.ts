import { runGit } from "./run-git.ts";

/** A commit as it is shown in one line. */
export interface CommitLine {
  /** Shortened object name. */
  readonly id: string;
  /** ISO 8601 date. */
  readonly day: string;
  readonly subject: string;
}

/** The last commit that changed a file, or anything in a directory; undefined when there is none, or no repository. `root` is absolute, the path is below it. */
export function lastCommit(root: string, path: string): CommitLine | undefined {
  return commitLine(root, ["--", `:(literal)${path}`]);
}

/**
 * The last commit that changed any of some lines, counted from 1, of a file that reads as `text` now; undefined when all of them are new, or when git cannot
 * tell.
 */
export function lastCommitOfLines(
  root: string,
  { path, text }: { readonly path: string; readonly text: string },
  [from, to]: readonly [number, number],
): CommitLine | undefined {
  const args = ["blame", "--porcelain", `-L${from},${to}`, "--contents", "-", "--", path];
  const { status, stdout } = runGit(root, args, text);
  if (status !== 0) return undefined;
  const porcelain = stdout.toString("utf8");
  const times = [...porcelain.matchAll(/^([0-9a-f]{40,64}) \d+ \d+ \d+\n(?:\S.*\n)*?committer-time (\d+)$/gm)];
  const known = times.filter(([, id = ""]) => !/^0+$/.test(id));
  const [last] = known.sort((one, other) => Number(other[2]) - Number(one[2]));
  return last?.[1] === undefined ? undefined : commitLine(root, [last[1], "--"]);
}

function commitLine(root: string, args: readonly string[]): CommitLine | undefined {
  const { status, stdout } = runGit(root, ["log", "-1", "--no-patch", "--format=%h%x00%cs%x00%s", ...args]);
  const [id = "", day = "", subject = ""] = stdout.toString("utf8").trimEnd().split("\0");
  return status === 0 && id !== "" ? { id, day, subject } : undefined;
}
