import type { Command } from "commander";
import type { CommandContext } from "../command-context.ts";
import { exitCode } from "../exit-code.ts";

/** What `action.yml` runs. Its inputs are variables, so that no workflow writes them into a script. */
export function defineAction(command: Command, { io, end }: CommandContext): void {
  command
    .name("action")
    .description("run as a step of a workflow, with INPUT_* and GITHUB_* variables (docs/github-action.md)")
    .action(async () => {
      const { runAction } = await import("../run-action.ts");
      end((await runAction(io)) ? exitCode.findings : exitCode.ok);
    });
}
