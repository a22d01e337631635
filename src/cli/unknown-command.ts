import { didYouMean } from "../config/nearest-word.ts";
import { UsageError } from "../core/errors.ts";
import { commandNames } from "../core/settings.ts";

/** The error for a word that stands where a command is expected. */
export function unknownCommand(word: string): UsageError {
  return new UsageError(
    `There is no command “${word}”${didYouMean(word, commandNames) || "."}`,
    "Run “queue-lint --help” for the commands; a directory is given with --root.",
  );
}
