import type { CommandDefinition } from "../command-definition.ts";
import { exitCode } from "../exit-code.ts";

/** What `action.yml` runs. Its inputs are variables, so that no workflow writes them into a script. */
export const actionCommand: CommandDefinition = {
  name: "action",
  group: "Check",
  description: "run as a step of a workflow, with INPUT_* and GITHUB_* variables (docs/github-action.md)",
  hidden: true,
  define(command, { io, end }) {
    command.action(async () => {
      const { runAction } = await import("../action/run-action.ts");
      end((await runAction(io)) ? exitCode.findings : exitCode.ok);
    });
  },
};
