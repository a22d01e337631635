import { CommanderError } from "commander";
import { describeFailure } from "./describe-failure.ts";
import { exitCode, type ExitCode } from "./exit-code.ts";
import { foldFixRules } from "./fix/fix-flags.ts";
import type { Io } from "./io.ts";
import { buildProgram } from "./program.ts";

/** Runs one command line. Findings go to stdout, everything else to stderr; never rejects. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const outcome: { code: ExitCode } = { code: exitCode.ok };
  try {
    const args = foldFixRules(argv);
    await buildProgram(args, { io, end: (code) => (outcome.code = code) }).parseAsync(args, { from: "user" });
    return outcome.code;
  } catch (error) {
    return failure(error, io);
  }
}

function failure(error: unknown, io: Io): ExitCode {
  // Commander has written its message already; help and version are not errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.failure;
  io.stderr.write(describeFailure(error, io.env));
  return exitCode.failure;
}
