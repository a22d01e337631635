import { didYouMean } from "../config/nearest-word.ts";
import { UsageError } from "../core/errors.ts";
import { commandNames } from "../core/settings.ts";

/** The error for a word in the place of a command. */
export function unknownCommand(word: string): UsageError {
  return new UsageError(
    `There is no command “${word}”${didYouMean(word, commandNames) || ", and no file or directory of that name."}`,
    "Run “queue-lint --help” for the commands; a path shows the findings about it.",
  );
}
