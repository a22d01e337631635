import { CommanderError } from "commander";
import { UsageError } from "../core/errors.ts";
import { printable } from "../reporters/printable.ts";
import { exitCode, type ExitCode } from "./exit-code.ts";
import { foldFixRules } from "./fix-flags.ts";
import type { Io } from "./io.ts";
import { buildProgram } from "./program.ts";

/** Runs one command line. Findings go to stdout, everything else to stderr; never rejects. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const outcome: { code: ExitCode } = { code: exitCode.ok };
  try {
    await buildProgram(io, (code) => (outcome.code = code)).parseAsync(foldFixRules(argv), { from: "user" });
    return outcome.code;
  } catch (error) {
    return failure(error, io);
  }
}

function failure(error: unknown, io: Io): ExitCode {
  // Commander has written its message already; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.failure;
  if (error instanceof UsageError) {
    const place = error.place === undefined ? "" : `  at ${error.place}\n`;
    io.stderr.write(printableLines(`queue-lint: ${error.message}\n${place}  ${error.help}\n`));
    return exitCode.failure;
  }
  const message = error instanceof Error ? error.message : String(error);
  const debug = (io.env["QUEUE_LINT_DEBUG"] ?? "") !== "";
  io.stderr.write(`queue-lint: internal failure: ${printable(message)}\n`);
  io.stderr.write(debug && error instanceof Error ? printableLines(`${error.stack ?? ""}\n`) : "  Set QUEUE_LINT_DEBUG=1 to see where, and report it with what you ran.\n");
  return exitCode.failure;
}

/** Messages quote names and values of the configuration, which the repository wrote. */
function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
