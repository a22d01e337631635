import { AbsentContentError, UsageError } from "../../core/errors.ts";
import { shellWord } from "../../core/shell-word.ts";
import { gitProgram } from "./git-program.ts";

/** How a question to git ended. */
export interface GitEnd {
  /** The exit status; null when git could not be run or took too long. */
  readonly status: number | null;
  readonly stderr: string;
}

/** What is the matter when git gives no answer, and what to do. */
export function gitFailure(directory: string, { status, stderr }: GitEnd): UsageError {
  if (status === null) return unrun(directory);
  if (stderr.includes("not a git repository"))
    return new UsageError(
      "This is not a git repository.",
      "Run queue-lint inside a clone, or without --staged, --ref and --base.",
      directory,
    );
  if (stderr.includes("dubious ownership"))
    return new UsageError(
      "git does not read the repository, because it belongs to another user.",
      `If you trust it: git config --global --add safe.directory ${trusted(stderr) ?? shellWord(directory)}`,
      directory,
    );
  if (stderr.includes("promisor remote") || /\bunable to read [0-9a-f]{40}/.test(stderr))
    return new AbsentContentError(directory);
  const reason = stderr.split("\n", 1)[0]?.replace(/^(?:fatal|error): /, "") ?? "";
  return new UsageError(
    `git cannot read the repository: ${reason === "" ? `exit status ${status}` : reason}.`,
    "Run “git status” and “git fsck” there: they say what is wrong with it.",
    directory,
  );
}

function unrun(directory: string): UsageError {
  return new UsageError(
    gitProgram(directory) === undefined
      ? "git was not found: no absolute directory in PATH outside the repository has it."
      : "git cannot be run, or took too long.",
    "Install git, or audit the work tree without --staged, --ref and --base.",
  );
}

/** The directory as git itself says that it is to be named, which for a share of Windows is not its path. Quoted for a shell already. */
function trusted(stderr: string): string | undefined {
  const command = "git config --global --add safe.directory ";
  const line = stderr.split("\n").find((one) => one.trimStart().startsWith(command));
  return line?.trim().slice(command.length);
}

/** Git answered what this program does not understand. Nothing is read of such an answer: what is cut off would be taken for what is not there. */
export function strangeAnswer(command: string, words: string): UsageError {
  const shown = words.replaceAll(/[\0-\x1F\x7F]/g, " ").slice(0, 80);
  return new UsageError(
    `git ${command} gave an answer that is cut off or unknown: “${shown}”.`,
    "Run “git fsck” there, and try again with a current version of git.",
  );
}
