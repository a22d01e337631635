import type { Command } from "commander";
import type { CommandDefinition } from "../command-definition.ts";
import { addOpenFlags, addRuleFlags, lintOptions } from "../options.ts";

const examples = `Examples:
  npx queue-lint lsp --stdio                  serve the folders that the editor has open
  npx queue-lint lsp --stdio --root ../shop   serve that repository only

Editors start it themselves; how each of them is told so: docs/editors.md.`;

export const lspCommand: CommandDefinition = {
  name: "lsp",
  description: "serve editors over the Language Server Protocol",
  group: "Agents",
  examples,
  define(command, { io }) {
    addRuleFlags(addOpenFlags(command))
      .option("--stdio", "speak over standard input and output, which is the only way there is")
      .option("--clientProcessId <pid>", "end when this process does, as editors ask for it")
      .action(async (_: unknown, self: Command) => {
        const { serveLsp } = await import("../../lsp/serve-lsp.ts");
        serveLsp({ ...lintOptions(self, io), cwd: io.cwd });
        // The connection ends the process.
        await new Promise(() => undefined);
      });
  },
};
