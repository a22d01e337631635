import { CommanderError } from "commander";
import { commandNames } from "../core/settings.ts";
import { describeFailure } from "./describe-failure.ts";
import { usageFault } from "./describe-usage.ts";
import { exitCode, type ExitCode } from "./exit-code.ts";
import { foldFixRules } from "./fix/fix-flags.ts";
import type { CommandContext } from "./command-context.ts";
import type { Io } from "./io.ts";
import { buildProgram } from "./program.ts";
import { isPathWord } from "./shown-paths.ts";

/** Runs one command line. Findings go to stdout, everything else to stderr; never rejects. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const outcome: { code: ExitCode } = { code: exitCode.ok };
  try {
    const context = { io, end: (code: ExitCode) => (outcome.code = code) };
    const args = withCommand(
      foldFixRules(argv.map((word, index) => (index === 0 && word === "-V" ? "-v" : word))),
      context,
    );
    await buildProgram(args, context).parseAsync(args, { from: "user" });
    return outcome.code;
  } catch (error) {
    return failure(error, io);
  }
}

/** A path in the place of a command is one for the audit. Only the parser knows which words are values of flags: it is asked when a word may be such a path. */
function withCommand(argv: readonly string[], context: CommandContext): readonly string[] {
  const words = argv.filter((word) => !word.startsWith("-"));
  // What names nothing needs no current directory: it may be gone.
  if (words.length === 0 || words.some((word) => commandNames.some((name) => name === word))) return argv;
  const { cwd } = context.io;
  if (!words.some((word) => isPathWord(word, cwd))) return argv;
  const [word] = buildProgram(argv, context).parseOptions([...argv]).operands;
  return word !== undefined && isPathWord(word, cwd) ? ["audit", ...argv] : argv;
}

function failure(error: unknown, io: Io): ExitCode {
  // Help and version are not errors.
  if (error instanceof CommanderError && error.exitCode === 0) return exitCode.ok;
  io.stderr.write(describeFailure(error instanceof CommanderError ? usageFault(error) : error, io.env));
  return exitCode.failure;
}
