import { spawnSync } from "node:child_process";
import { UsageError } from "../core/errors.ts";
import { gitEnvironment } from "./git-environment.ts";

/** How long one question to git may take, in milliseconds. */
const patience = 60_000;
/** Answers beyond this many bytes are refused. */
const mostOutput = 1024 * 1024 * 1024;

/** Nothing of the linted repository runs: no hook, no monitor of the file system; and nothing is locked, fetched or asked for. */
const quietSettings = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "core.quotePath=false", "log.showSignature=false", "diff.external="] as const;

export interface GitAnswer {
  /** The exit status; null when git could not be run or took too long. */
  readonly status: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Asks git one question, in a directory of the repository. Arguments from users must be checked before: they could be options. */
export function runGit(directory: string, args: readonly string[], input?: string): GitAnswer {
  const { status, stdout, stderr } = spawnSync("git", [...quietSettings.flatMap((setting) => ["-c", setting]), ...args], {
    cwd: directory, input: input ?? "", timeout: patience, maxBuffer: mostOutput, env: gitEnvironment(directory),
  });
  // Without git there are no streams, whatever the types say.
  const streams = { stdout: stdout as Buffer | null, stderr: stderr as Buffer | null };
  return { status, stdout: streams.stdout ?? Buffer.alloc(0), stderr: streams.stderr?.toString("utf8").trim() ?? "" };
}

/** The answer. Throws a `UsageError` with git's own reason when there is none. */
export function askGit(directory: string, args: readonly string[], input?: string): Buffer {
  const answer = runGit(directory, args, input);
  if (answer.status === 0) return answer.stdout;
  throw gitFailure(directory, answer);
}

/** What is the matter when git gives no answer, and what to do. */
export function gitFailure(directory: string, { status, stderr }: GitAnswer): UsageError {
  if (status === null) return new UsageError("git cannot be run, or took too long.", "Install git, or audit the work tree without --staged, --ref and --base.");
  if (stderr.includes("not a git repository")) return new UsageError("This is no git repository.", "Run queue-lint inside a clone, or without --staged, --ref and --base.", directory);
  if (stderr.includes("dubious ownership")) return new UsageError("git does not read the repository, because it belongs to another user.", `If you trust it: git config --global --add safe.directory ${directory}`, directory);
  if (stderr.includes("promisor remote")) return new UsageError("The clone is partial, and some of its objects are not there.", "Clone without --filter: an audit fetches nothing.", directory);
  const reason = stderr.split("\n", 1)[0]?.replace(/^(?:fatal|error): /, "") ?? "";
  return new UsageError(`git cannot read the repository: ${reason === "" ? `exit status ${status}` : reason}.`, "Run “git status” and “git fsck” there: they say what is wrong with it.", directory);
}
