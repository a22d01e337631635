import type { Command } from "commander";
import { printable, printableJson } from "../../reporters/printable.ts";
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
        if (flags.json === true)
          io.stdout.write(printableJson({ ...examination, ...(proofs === undefined ? {} : { proofs }) }));
        else
          io.stdout.write(
            `${[...examinationLines(examination), ...proofLines(proofs ?? [])].map(printable).join("\n")}\n`,
          );
        if (proofs?.some(({ kind }) => kind === "silent") === true) end(exitCode.findings);
      });
  },
};
