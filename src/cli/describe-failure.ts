import { UsageError } from "../core/errors.ts";
import { printable } from "../reporters/printable.ts";

/** What is said of something that was thrown: place, reason and a way out, and no stack trace unless QUEUE_LINT_DEBUG is set. Ends with a line feed. */
export function describeFailure(error: unknown, environment: Readonly<Record<string, string | undefined>>): string {
  if (error instanceof UsageError) {
    const place = error.place === undefined ? "" : `  at ${error.place}\n`;
    return printableLines(`queue-lint: ${error.message}\n${place}  ${error.help}\n`);
  }
  const message = error instanceof Error ? error.message : String(error);
  const debug = (environment["QUEUE_LINT_DEBUG"] ?? "") !== "";
  const more =
    debug && error instanceof Error
      ? printableLines(`${error.stack ?? ""}\n`)
      : "  Set QUEUE_LINT_DEBUG=1 to see where, and report it with what you ran.\n";
  return `queue-lint: internal failure: ${printable(message)}\n${more}`;
}

/** Messages quote names and values of the configuration, which the repository wrote. */
function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
