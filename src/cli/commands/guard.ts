import { Option, type Command } from "commander";
import type { CommandDefinition } from "../command-definition.ts";
import type { GuardFlags } from "../guard-flags.ts";
import { addOpenFlags } from "../options.ts";

const examples = `
Examples:
  npx queue-lint guard "Seat maps"            may this entry be worked on?
  npx queue-lint guard                        the same for .specify/feature.json, or the branch
  npx queue-lint guard --on stop              what does this work leave behind?
  npx queue-lint guard --on edit --hook claude < input.json
                                              as a hook of an agent: docs/agents.md

Exit status: 0 allowed, 3 refused, 2 bad input. What is unknown is allowed, unless guard.unknown of the configuration says “refuse”.`;

export const guardCommand: CommandDefinition = {
  name: "guard",
  description: "say whether an agent may start an item, make an edit, or end its work",
  argument: [
    "[item]",
    "title, slug or path:line of an entry, or name of a unit (default: what the hook, .specify/feature.json or the branch names)",
  ],
  define(command, context) {
    addOpenFlags(command)
      .addOption(
        new Option("--on <moment>", "when it is asked (default: what the hook’s input says, else start)").choices([
          "start",
          "edit",
          "stop",
          "prompt",
        ]),
      )
      .addOption(
        new Option("--hook <agent>", "read the input of an agent’s hook, and answer as that agent wants it").choices([
          "claude",
          "copilot",
          "cursor",
          "codex",
          "gemini",
        ]),
      )
      .option(
        "--base <ref>",
        "with --on stop, what the work is compared with (default: where it parted from upstream, else the last commit)",
      )
      .option("--json", "print the verdict as JSON")
      .addHelpText("after", examples)
      .action(async (item: string | undefined, flags: GuardFlags, self: Command) => {
        const { runGuard } = await import("../run-guard.ts");
        await runGuard({ item, flags, command: self }, context);
      });
  },
};
