import type { CommandDefinition } from "../command-definition.ts";
import { unknownCommand } from "../unknown-command.ts";

const examples = `Examples:
  npx queue-lint help        the commands, and the flags of the audit
  npx queue-lint help next   the same as “npx queue-lint next --help”`;

export const helpCommand: CommandDefinition = {
  name: "help",
  group: "Set up",
  description: "show the help of a command",
  argument: ["[command]", "name of the command"],
  examples,
  define(command) {
    command.action((name: string | undefined) => {
      const program = command.parent;
      const found = name === undefined ? program : program?.commands.find((one) => one.name() === name);
      if (found === undefined || found === null) throw unknownCommand(name ?? "");
      found.outputHelp();
    });
  },
};
