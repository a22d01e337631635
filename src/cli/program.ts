import { Command } from "commander";
import { version } from "../core/version.ts";
import type { CommandContext } from "./command-context.ts";
import { defineAudit } from "./commands/audit.ts";
import { defineEntries } from "./commands/entries.ts";
import { defineExplain } from "./commands/explain.ts";
import { defineInit } from "./commands/init.ts";
import { defineNext } from "./commands/next.ts";
import { defineRules } from "./commands/rules.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Io } from "./io.ts";

/** The command line. Without a command it audits. */
export function buildProgram(io: Io, end: (code: ExitCode) => void): Command {
  const context: CommandContext = { io, end };
  const program = new Command("queue-lint")
    .description("Checks every claim of the planning documents against what the repository really contains.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) });
  const commands = [defineNext, defineEntries, defineRules, defineExplain, defineInit];
  for (const define of commands) define(program.command("x").allowExcessArguments(false), context);
  defineAudit(program.command("audit", { hidden: true }), context);
  defineAudit(program, context);
  return program;
}
