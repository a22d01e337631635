import type { Command } from "commander";
import { printable } from "../../reporters/printable.ts";
import type { CommandDefinition } from "../command-definition.ts";
import { addOpenFlags, lintOptions } from "../options.ts";

const examples = `
Examples:
  npx queue-lint mcp                   serve the repository around the current directory over standard input and output
  npx queue-lint mcp --root ../shop    another one

Tools: next_item, check_item, audit, explain, propose_fix. Nothing is written. How clients are told of it: docs/agents.md.`;

export const mcpCommand: CommandDefinition = {
  name: "mcp",
  description: "serve agents over the Model Context Protocol",
  define(command, { io }) {
    addOpenFlags(command)
      .option(
        "--base <ref>",
        "what “introduced” is measured by (default: where the branch parted from upstream, else the last commit)",
      )
      .addHelpText("after", examples)
      .action(async (_: unknown, self: Command) => {
        const { serveMcp } = await import("../../mcp/serve-mcp.ts");
        await serveMcp(
          lintOptions(self, io),
          (error) => void io.stderr.write(`queue-lint mcp: ${printable(error.message)}\n`),
        );
      });
  },
};
