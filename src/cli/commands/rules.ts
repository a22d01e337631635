import { presetNames } from "../../config/resolved-config.ts";
import { printableJson } from "../../reporters/printable.ts";
import type { Rule } from "../../rule-api/index.ts";
import type { CommandDefinition } from "../command-definition.ts";
import { presetOf } from "../options.ts";

const examples = `Examples:
  npx queue-lint rules                   every rule with its severity in the preset “recommended”
  npx queue-lint rules --preset strict   the same for another preset
  npx queue-lint explain promotion/once  all about one rule`;

export const rulesCommand: CommandDefinition = {
  name: "rules",
  group: "Check",
  description: "list the rules",
  examples,
  define(command, { io }) {
    command
      .option("--preset <name>", `severities of a preset: ${presetNames.join(", ")}`, "recommended")
      .option("--json", "print the list as JSON")

      .action(async (flags: { preset: string; json?: boolean }) => {
        const [{ rules }, { presetSeverity }] = await Promise.all([
          import("../../rule-catalogue.ts"),
          import("../../config/presets.ts"),
        ]);
        const preset = presetOf(flags.preset) ?? "recommended";
        const rows = rules.map((rule: Rule) => ({
          id: rule.id,
          severity: presetSeverity(preset, rule),
          class: rule.definition.meta.class,
          description: rule.definition.meta.description,
        }));
        if (flags.json === true) io.stdout.write(printableJson(rows));
        else
          io.stdout.write(
            (await import("../table.ts")).table(
              [
                ["rule", "severity", "class", "what it checks"],
                ...rows.map((row) => [row.id, row.severity, row.class, row.description]),
              ],
              io.stdout.isTTY ? io.stdout.columns : undefined,
            ),
          );
      });
  },
};
