import type { CommanderError } from "commander";
import { UsageError } from "../core/errors.ts";

const help = "Run “queue-lint --help” or “queue-lint help COMMAND” for flags and examples.";

/** What the parser of the command line refuses, in the words of this program. */
export function usageFault({ message }: CommanderError): UsageError {
  const said = message.replace(/^error: /, "");
  for (const [pattern, words] of wordings) {
    const found = pattern.exec(said);
    if (found !== null) return new UsageError(words(...found.slice(1)), help);
  }
  return new UsageError(said, help);
}

/** Messages of commander, and what is said instead: `$1` and so on are what the pattern holds. */
const wordings: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [
    /^unknown option '(.*)'(?:\n\(Did you mean (?:one of )?(.*)\?\))?$/s,
    (flag = "", nearest) => `There is no flag “${flag}”${nearest === undefined ? "." : `; did you mean ${nearest}?`}`,
  ],
  [/^option '([^']*)' argument missing$/, (flags = "") => `${longOf(flags)} needs a value: ${flags}.`],
  [
    /^option '([^']*)' argument '(.*)' is invalid\. ?(.*)$/s,
    (flags = "", value = "", reason = "") => `${longOf(flags)} cannot be “${value}”. ${choices(reason)}`,
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*)'\. ?(.*)$/s,
    (value = "", name = "", reason = "") => `${name.toUpperCase()} cannot be “${value}”. ${choices(reason)}`,
  ],
  [/^missing required argument '(.*)'$/, (name = "") => `${name.toUpperCase()} is missing.`],
  [
    /^too many arguments(?: for '(.*)')?\. Expected (\d+) .* got (\d+)\.$/,
    (name = "queue-lint", most, count) =>
      `“${name}” takes ${most === "0" ? "no word" : `${most} ${most === "1" ? "word" : "words"}`} beside its flags, and ${count} ${count === "1" ? "is" : "are"} given.`,
  ],
];

/** The name of a flag, of `-f, --flag <value>`. */
function longOf(flags: string): string {
  return flags.split(" ").find((word) => word.startsWith("--")) ?? flags;
}

function choices(reason: string): string {
  return reason.replace(/^Allowed choices are (.*)\.$/, "Write one of $1.");
}
