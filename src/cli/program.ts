import { Command } from "commander";
import { version } from "../core/version.ts";
import type { CommandContext } from "./command-context.ts";
import type { CommandDefinition } from "./command-definition.ts";
import { actionCommand } from "./commands/action.ts";
import { auditCommand } from "./commands/audit.ts";
import { baselineCommand } from "./commands/baseline.ts";
import { blameCommand } from "./commands/blame.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { entriesCommand } from "./commands/entries.ts";
import { explainCommand } from "./commands/explain.ts";
import { guardCommand } from "./commands/guard.ts";
import { helpCommand } from "./commands/help.ts";
import { historyCommand } from "./commands/history.ts";
import { initCommand } from "./commands/init.ts";
import { mcpCommand } from "./commands/mcp.ts";
import { nextCommand } from "./commands/next.ts";
import { replayCommand } from "./commands/replay.ts";
import { rulesCommand } from "./commands/rules.ts";
import { usesColor } from "./io.ts";
import { inheritFlags } from "./options.ts";

const commands: readonly CommandDefinition[] = [
  auditCommand,
  nextCommand,
  guardCommand,
  mcpCommand,
  doctorCommand,
  entriesCommand,
  rulesCommand,
  explainCommand,
  initCommand,
  baselineCommand,
  historyCommand,
  blameCommand,
  replayCommand,
  helpCommand,
  actionCommand,
];

/** The program for these arguments. Without a command it audits; a command that none of them names has no flags. */
export function buildProgram(argv: readonly string[], context: CommandContext): Command {
  const { io } = context;
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
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
      getOutHasColors: () => usesColor(io, true),
      getErrHasColors: () => usesColor({ ...io, stdout: io.stderr }, true),
    });
  for (const definition of commands) addCommand(program, definition, { argv, context });
  program.hook("preAction", (_, command) => inheritFlags(program, command));
  // A word that is not a command arrives at the audit with all that follows it, so that the word is refused and not its flags.
  auditCommand.define(program.allowExcessArguments(true).passThroughOptions(), context);
  return program;
}

interface Invocation {
  readonly argv: readonly string[];
  readonly context: CommandContext;
}

function addCommand(
  program: Command,
  { name, description, argument, hidden = false, define }: CommandDefinition,
  { argv, context }: Invocation,
): void {
  const command = program.command(name, { hidden }).description(description).allowExcessArguments(false);
  if (argument !== undefined) command.argument(...argument);
  if (argv.includes(name)) define(command, context);
}
