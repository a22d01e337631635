import { join } from "node:path";
import { Option, type Command } from "commander";
import { UsageError } from "../../core/errors.ts";
import type { Io } from "../io.ts";
import type { Opened } from "../../lint.ts";
import { ciFiles, hookFiles } from "../init/starter-files.ts";
import { wantedStarters, writeStarters, type StarterFlags } from "../init/write-starters.ts";
import { addOpenFlags, lintOptions } from "../options.ts";
import type { CommandDefinition } from "../command-definition.ts";

const fileName = "queue-lint.config.jsonc";
const examples = `Examples:
  npx queue-lint init                   show the configuration that fits this repository, and what the audit would say
  npx queue-lint init --write           write it to ${fileName}; an existing configuration is never touched
  npx queue-lint init --queue --write   write a short queue to begin with
  npx queue-lint init --ci github       show the workflow; --write writes it
  npx queue-lint init --hook husky      show the hook
  npx queue-lint init --agent claude,agents-md
                                        show a skill, hooks and a part of AGENTS.md, and write them with --write`;

export const initCommand: CommandDefinition = {
  name: "init",
  group: "Set up",
  description: "propose a commented configuration from what this repository contains",
  examples,
  define(command, { io }) {
    addOpenFlags(command)
      .optionsGroup("What is written:")
      .option("--write", `write what is shown (${fileName}, or what the other flags name) without asking`)
      .option("--queue", "instead, a short queue to begin with")
      .addOption(new Option("--ci <forge>", "instead, what runs the audit on a server").choices(Object.keys(ciFiles)))
      .addOption(
        new Option("--hook <tool>", "instead, what runs the audit before a commit").choices(Object.keys(hookFiles)),
      )
      .option(
        "--agent <names>",
        "instead, the files that tell agents of queue-lint: claude, copilot, cursor, agents-md, spec-kit",
      )
      .action(async (flags: InitFlags, self: Command) => {
        if (flags.agent !== undefined) return initAgents(flags.agent, { write: flags.write === true, self, io });
        const { open } = await import("../../lint.ts");
        const opened = await open(lintOptions(self, io));
        const write = async (question: string): Promise<boolean> => wanted(flags.write === true, question, io);
        const starters = wantedStarters(flags);
        if (starters.length > 0) return writeStarters(starters, { opened, write, io });
        await propose(opened, write, io);
      });
  },
};

interface InitFlags extends StarterFlags {
  readonly write?: boolean;
  readonly agent?: string;
}

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

async function propose(opened: Opened, write: (question: string) => Promise<boolean>, io: Io): Promise<void> {
  const { configFile, root, snapshot } = opened;
  if (configFile !== undefined)
    throw new UsageError(
      `There is a configuration already: ${configFile.path}.`,
      "Edit it, or remove it first; init never overwrites one.",
    );
  const [{ configDraft }, { readProject }, { auditProposal, isEmpty, outlookLines }] = await Promise.all([
    import("../init/config-draft.ts"),
    import("../init/read-project.ts"),
    import("../init/outlook.ts"),
  ]);
  const project = readProject(opened);
  const draft = configDraft(project);
  const report = auditProposal(draft, snapshot);
  // A configuration of nothing would only be in the way of the next “init”.
  const isNothing = isEmpty(report);
  if (!isNothing) io.stdout.write(draft);
  io.stderr.write(`${outlookLines(report, project.nested).join("\n")}\n`);
  if (isNothing) return;
  if (await write(`Write this to ${fileName}?`)) await create(join(root, fileName), draft, io);
  else io.stderr.write(`Nothing was written. “queue-lint init --write” writes this to ${fileName}.\n`);
}

async function wanted(write: boolean, question: string, io: Io): Promise<boolean> {
  return write || (io.confirm !== undefined && (await io.confirm(question)));
}

/** Creates the file; one that came into being meanwhile is left as it is. */
async function create(path: string, text: string, io: Io): Promise<void> {
  const { writeFileAtomically } = await import("../fix/write-file-atomically.ts");
  await writeFileAtomically(path, text, { cwd: io.cwd, expected: { text: undefined } });
  io.stderr.write(`Written to ${path}.\n`);
}
