import { trustCommand } from "./git-failure.ts";
import { gitProgram } from "./git-program.ts";
import { runGit } from "./run-git.ts";

/** What is missing of a history: everything, or what a shallow clone left out. */
export interface Gap {
  readonly kind: "none" | "shallow";
  /** In words, with what to do about it. */
  readonly reason: string;
}

/** The commit that a history leads to. */
export interface HistoryStart {
  /** Its full object name; "" without one. */
  readonly commit: string;
  readonly gap: Gap | undefined;
}

/** Looks up where a history starts: `start` is "HEAD", or a full object name; `root` is an absolute path. */
export function findStart(root: string, start: string): HistoryStart {
  // One process for both questions: the answer to the first is written before the second one fails.
  const { status, stdout, stderr } = runGit(root, ["rev-parse", "--is-shallow-repository", `${start}^{commit}`, "--"]);
  const [shallow = "", commit = ""] = stdout.toString("utf8").split("\n");
  if (status !== 0) return { commit: "", gap: { kind: "none", reason: reasonOf(root, { status, shallow, stderr }) } };
  return shallow === "false"
    ? { commit, gap: undefined }
    : { commit, gap: { kind: "shallow", reason: "the clone is shallow; run “git fetch --unshallow”" } };
}

interface Failure {
  readonly status: number | null;
  readonly shallow: string;
  readonly stderr: string;
}

function reasonOf(root: string, { status, shallow, stderr }: Failure): string {
  if (status === null) return gitProgram(root) === undefined ? "git was not found" : "git cannot be run";
  const trust = trustCommand(stderr);
  if (trust !== undefined)
    return `git does not read the repository, because it belongs to another user; if you trust it, run “${trust}”`;
  if (shallow !== "") return "the repository has no commit yet";
  if (stderr.includes("not a git repository")) return "there is no git history";
  const said = stderr.split("\n", 1)[0]?.replace(/^(?:fatal|error): /, "") ?? "";
  return said === "" ? "there is no git history" : `git cannot read the history: ${said}`;
}
