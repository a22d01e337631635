import type { Command } from "commander";
import type { Snapshot } from "../../core/snapshot.ts";
import type { Proof } from "../../doctor/prove.ts";
import { printable, printableJson } from "../../reporters/printable.ts";
import type { CanaryOutcome } from "../agent-files/fire-canaries.ts";
import type { CommandDefinition } from "../command-definition.ts";
import { exitCode } from "../exit-code.ts";
import { addOpenFlags, addRuleFlags, lintOptions } from "../options.ts";

const examples = `
Examples:
  npx queue-lint doctor            what is configured, found, read and not read
  npx queue-lint doctor --prove    is it silent because all is true? Plants a drift for each rule, and fires the canaries of the agents’ files

Nothing is written. Exit status: 1 when a rule or a canary should fire here and does not.`;

export const doctorCommand: CommandDefinition = {
  name: "doctor",
  description: "show what is looked at here, and prove that the rules fire",
  define(command, { io, end }) {
    addRuleFlags(addOpenFlags(command))
      .option("--prove", "plant a drift for each rule that is on, in a tree that is only thought of")
      .option("--json", "print it as JSON")
      .addHelpText("after", examples)
      .action(async (flags: { prove?: boolean; json?: boolean }, self: Command) => {
        const [{ open }, { examine }, { examinationLines, proofLines }, { prove }] = await Promise.all([
          import("../../lint.ts"),
          import("../../doctor/examine.ts"),
          import("../../doctor/examination-lines.ts"),
          import("../../doctor/prove.ts"),
        ]);
        const opened = await open(lintOptions(self, io));
        const examination = examine(opened);
        const proofs = flags.prove === true ? prove(opened) : undefined;
        const canaries = flags.prove === true ? await canariesOf(opened.snapshot) : undefined;
        if (flags.json === true)
          io.stdout.write(printableJson({ ...examination, ...(proofs === undefined ? {} : { proofs, canaries }) }));
        else
          io.stdout.write(
            `${[...examinationLines(examination), ...proofLines(proofs ?? []), ...canaryLines(canaries ?? [])].map(printable).join("\n")}\n`,
          );
        if (isAmiss(proofs, canaries)) end(exitCode.findings);
      });
  },
};

async function canariesOf(snapshot: Snapshot): Promise<readonly CanaryOutcome[]> {
  return (await import("../agent-files/fire-canaries.ts")).fireCanaries(snapshot);
}

function canaryLines(canaries: readonly CanaryOutcome[]): string[] {
  if (canaries.length === 0) return [];
  return [
    "",
    "Files for agents:",
    ...canaries.map(({ path, isAlive, detail }) => `  ${isAlive ? "answers" : "silent "}  ${path}: ${detail}`),
  ];
}

function isAmiss(proofs: readonly Proof[] = [], canaries: readonly CanaryOutcome[] = []): boolean {
  return proofs.some(({ kind }) => kind === "silent") || canaries.some(({ isAlive }) => !isAlive);
}
