import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { gitEnvironment } from "./git-environment.ts";
import { gitFailure, type GitEnd } from "./git-failure.ts";
import { gitProgram } from "./git-program.ts";
import { gitSettings } from "./git-settings.ts";

/** How long one question to git may take, in milliseconds. */
const patience = 60_000;
/** Answers beyond this many bytes are refused. */
const mostOutput = 1024 * 1024 * 1024;

export interface GitAnswer extends GitEnd {
  readonly stdout: Buffer;
}

/** Asks git one question, in a directory of the repository. Arguments from users must be checked before: they could be options. */
export function runGit(directory: string, args: readonly string[], input?: string): GitAnswer {
  return run(directory, args, { input, most: mostOutput });
}

/** The answer. Throws a `UsageError` with git's own reason when there is none. */
export function askGit(directory: string, args: readonly string[], input?: string): Buffer {
  return answerOf(directory, runGit(directory, args, input));
}

/** The same, for questions of which nobody knows how long the answer is: undefined when it has more than so many bytes. */
export function askGitWithin(
  directory: string,
  args: readonly string[],
  { input, most }: { readonly input: string; readonly most: number },
): Buffer | undefined {
  const answer = run(directory, args, { input, most });
  return answer.isCut ? undefined : answerOf(directory, answer);
}

function run(
  directory: string,
  args: readonly string[],
  { input, most }: { readonly input: string | undefined; readonly most: number },
): GitAnswer & { readonly isCut: boolean } {
  const program = gitProgram(directory);
  if (program === undefined) return { status: null, stdout: Buffer.alloc(0), stderr: "", isCut: false };
  const { status, stdout, stderr, error } = spawnSync(program, [...gitSettings, ...args], {
    cwd: directory,
    input: input ?? "",
    timeout: patience,
    maxBuffer: most,
    env: gitEnvironment(directory),
  });
  // When git cannot be started there are no streams, whatever the types say.
  const streams = { stdout: stdout as Buffer | null, stderr: stderr as Buffer | null };
  const isCut = (error as NodeJS.ErrnoException | undefined)?.code === "ENOBUFS";
  return {
    status,
    stdout: streams.stdout ?? Buffer.alloc(0),
    stderr: streams.stderr?.toString("utf8").trim() ?? "",
    isCut,
  };
}

function answerOf(directory: string, answer: GitAnswer): Buffer {
  if (answer.status === 0) return answer.stdout;
  throw gitFailure(directory, answer, isPartialClone);
}

/** Whether a clone leaves objects out. Whoever forgets the remote that has them keeps the marks beside the packs. */
export function isPartialClone(directory: string): boolean {
  const { status } = runGit(directory, [
    "config",
    "--get-regexp",
    String.raw`^(extensions\.partialclone|remote\..*\.promisor)$`,
  ]);
  if (status === 0) return true;
  const packs = runGit(directory, ["rev-parse", "--git-path", "objects/pack"]).stdout.toString("utf8").trim();
  try {
    return readdirSync(resolve(directory, packs)).some((name) => name.endsWith(".promisor"));
  } catch {
    return false;
  }
}
