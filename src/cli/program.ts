import { Command } from "commander";
import { version } from "../core/version.ts";
import type { CommandContext } from "./command-context.ts";
import { defineAction } from "./commands/action.ts";
import { defineAudit } from "./commands/audit.ts";
import { defineBaseline } from "./commands/baseline.ts";
import { defineBlame } from "./commands/blame.ts";
import { defineEntries } from "./commands/entries.ts";
import { defineExplain } from "./commands/explain.ts";
import { defineHelp } from "./commands/help.ts";
import { defineHistory } from "./commands/history.ts";
import { defineInit } from "./commands/init.ts";
import { defineNext } from "./commands/next.ts";
import { defineReplay } from "./commands/replay.ts";
import { defineRules } from "./commands/rules.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { inheritFlags } from "./options.ts";

/** The command line. Without a command it audits. */
export function buildProgram(io: Io, end: (code: ExitCode) => void): Command {
  const context: CommandContext = { io, end };
  const program = new Command("queue-lint")
    .description("Checks every claim of the planning documents against what the repository really contains.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand(false)
    .enablePositionalOptions()
    .showHelpAfterError("  Run “queue-lint --help” or “queue-lint help COMMAND” for flags and examples.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error:/, "queue-lint:")),
      ...(io.stdout.columns === undefined ? {} : { getOutHelpWidth: () => io.stdout.columns ?? 80 }),
    });
  defineAudit(program.command("audit").description("check every claim (what is done without a command)").allowExcessArguments(false), context);
  const commands = [defineNext, defineEntries, defineRules, defineExplain, defineInit, defineBaseline, defineHistory, defineBlame, defineReplay, defineHelp];
  for (const define of commands) define(program.command("x").allowExcessArguments(false), context);
  // Nobody types this one: action.yml does.
  defineAction(program.command("x", { hidden: true }).allowExcessArguments(false), context);
  program.hook("preAction", (_, command) => inheritFlags(program, command));
  // A word that is no command arrives at the audit with all that follows it, so that the word is refused and not its flags.
  defineAudit(program.allowExcessArguments(true).passThroughOptions(), context);
  return program;
}
