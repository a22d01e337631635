import { join } from "node:path";
import type { Command } from "commander";
import { UsageError } from "../../core/errors.ts";
import type { Io } from "../io.ts";
import { addOpenFlags, lintOptions } from "../options.ts";
import type { CommandDefinition } from "../command-definition.ts";

const fileName = "queue-lint.config.jsonc";
const examples = `
Examples:
  npx queue-lint init           show the configuration that fits this repository
  npx queue-lint init --write   write it to ${fileName}; an existing configuration is never touched
  npx queue-lint init --agent claude,agents-md
                                show a skill, hooks and a part of AGENTS.md, and write them with --write`;

export const initCommand: CommandDefinition = {
  name: "init",
  description: "propose a commented configuration from what this repository contains",
  define(command, { io }) {
    addOpenFlags(command)
      .option("--write", `write it to ${fileName} without asking`)
      .option(
        "--agent <names>",
        "instead, the files that tell agents of queue-lint: claude, copilot, cursor, agents-md, spec-kit",
      )
      .addHelpText("after", examples)
      .action(async (flags: { write?: boolean; agent?: string }, self: Command) => {
        if (flags.agent !== undefined) return initAgents(flags.agent, { write: flags.write === true, self, io });
        const [{ buildModel, open }, { configDraft }] = await Promise.all([
          import("../../lint.ts"),
          import("../config-draft.ts"),
        ]);
        const { root, snapshot, model, configFile } = await open(lintOptions(self, io));
        if (configFile !== undefined) {
          throw new UsageError(
            `There is a configuration already: ${configFile.path}.`,
            "Edit it, or remove it first; init never overwrites one.",
          );
        }
        const withPlain = buildModel(snapshot, { ...model.settings, shapes: [...model.settings.shapes, "plain"] });
        const draft = configDraft({ model, withPlain });
        io.stdout.write(draft);
        if (await wanted(flags.write === true, io)) await create(join(root, fileName), draft, io);
        else io.stderr.write(`Nothing was written. “queue-lint init --write” writes this to ${fileName}.\n`);
      });
  },
};

interface AgentsInvocation {
  readonly write: boolean;
  readonly self: Command;
  readonly io: Io;
}

async function initAgents(list: string, { write, self, io }: AgentsInvocation): Promise<void> {
  const [{ open }, { agentsIn, writeAgentFiles }] = await Promise.all([
    import("../../lint.ts"),
    import("../agent-files/write-agent-files.ts"),
  ]);
  const agents = agentsIn(list);
  const { snapshot } = await open(lintOptions(self, io));
  await writeAgentFiles({ agents, snapshot, write }, io);
}

async function wanted(write: boolean, io: Io): Promise<boolean> {
  return write || (io.confirm !== undefined && (await io.confirm(`Write this to ${fileName}?`)));
}

/** Creates the file; one that came into being meanwhile is left as it is. */
async function create(path: string, text: string, io: Io): Promise<void> {
  const { writeFileAtomically } = await import("../fix/write-file-atomically.ts");
  await writeFileAtomically(path, text, { cwd: io.cwd, expected: { text: undefined } });
  io.stderr.write(`Written to ${path}.\n`);
}
