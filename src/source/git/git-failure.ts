import { AbsentContentError, UsageError } from "../../core/errors.ts";
import { shellWord } from "../../core/shell-word.ts";
import { gitProgram } from "./git-program.ts";

/** How a question to git ended. */
export interface GitEnd {
  /** The exit status; null when git could not be run or took too long. */
  readonly status: number | null;
  readonly stderr: string;
}

/** Words of git about an object that is not there, or that is not what it should be. */
const lostObject =
  /promisor remote|\bunable to (?:read|unpack|stream) [0-9a-f]{40}|\b[Cc]ould not read [0-9a-f]{40}|\bis corrupt\b|\bobject file \S+ is empty|\bbad object\b/;

/** What is the matter when git gives no answer, and what to do. `isPartial` tells of a directory whether its clone leaves objects out. */
export function gitFailure(
  directory: string,
  end: GitEnd,
  isPartial: (directory: string) => boolean = () => false,
): UsageError {
  const { status, stderr } = end;
  if (status === null) return notRun(directory);
  if (stderr.includes("not a git repository"))
    return new UsageError(
      "This is not a git repository.",
      "Run queue-lint inside a clone, or without --staged, --ref and --base.",
      directory,
    );
  const trust = trustCommand(stderr);
  if (trust !== undefined)
    return new UsageError(
      "git does not read the repository, because it belongs to another user.",
      `If you trust it: ${trust}`,
      directory,
    );
  if (!lostObject.test(stderr)) return unreadable(directory, end);
  const isLeftOut = stderr.includes("promisor remote") || isPartial(directory);
  return new AbsentContentError(isLeftOut ? "partial" : "damaged", directory);
}

function notRun(directory: string): UsageError {
  return new UsageError(
    gitProgram(directory) === undefined
      ? "git was not found: no absolute directory in PATH outside the repository has it."
      : "git cannot be run, or took too long.",
    "Install git, or audit the work tree without --staged, --ref and --base.",
  );
}

function unreadable(directory: string, { status, stderr }: GitEnd): UsageError {
  const reason = stderr.split("\n", 1)[0]?.replace(/^(?:fatal|error): /, "") ?? "";
  return new UsageError(
    `git cannot read the repository: ${reason === "" ? `exit status ${status}` : reason}.`,
    "Run “git status” and “git fsck” there: they say what is wrong with it.",
    directory,
  );
}

/** The command that makes git read a repository of another user; undefined when git complains of something else. Git says how the directory is to be named, quoted for a shell already: for a share of Windows that is not its path. */
export function trustCommand(stderr: string): string | undefined {
  const directory = /dubious ownership in repository at '(.*)'$/m.exec(stderr)?.[1];
  if (directory === undefined) return undefined;
  const command = "git config --global --add safe.directory ";
  const lines = stderr.split("\n").map((line) => line.trim());
  return lines.find((line) => line.startsWith(command)) ?? `${command}${shellWord(directory)}`;
}

/** Git answered what this program does not understand. Nothing is read of such an answer: what is cut off would be taken for what is not there. */
export function strangeAnswer(command: string, words: string): UsageError {
  const shown = words.replaceAll(/[\0-\x1F\x7F]/g, " ").slice(0, 80);
  return new UsageError(
    `git ${command} gave an answer that is cut off or unknown: “${shown}”.`,
    "Run “git fsck” there, and try again with a current version of git.",
  );
}
