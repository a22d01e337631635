import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { didYouMean } from "../../config/nearest-word.ts";
import { presetSeverity } from "../../config/presets.ts";
import { presetNames } from "../../config/resolved-config.ts";
import { UsageError } from "../../core/errors.ts";
import { documentationUrl } from "../../engine/to-finding.ts";
import { z, type Rule } from "../../rule-api/index.ts";
import type { CommandContext } from "../command-context.ts";

const examples = `
Examples:
  npx queue-lint explain promotion/spec-exists
  npx queue-lint rules                            the ids of all rules`;

export function defineExplain(command: Command, { io }: CommandContext): void {
  command
    .name("explain")
    .description("explain a rule: what it checks, why, its options and examples")
    .argument("<rule>", "id of the rule, such as promotion/spec-exists")
    .addHelpText("after", examples)
    .action(async (id: string) => {
      const { rules } = await import("../../rule-catalogue.ts");
      const rule = rules.find((one) => one.id === id);
      if (rule === undefined) {
        throw new UsageError(`There is no rule “${id}”${didYouMean(id, rules.map((one) => one.id)) || "."}`, "Run “queue-lint rules” for the ids of all rules; a plugin describes its own.");
      }
      io.stdout.write(`${summary(rule).join("\n")}\n`);
      const body = await pageBody(id);
      if (body !== undefined) io.stdout.write(`\n${body}`);
    });
}

function summary(rule: Rule): string[] {
  const { meta, messages } = rule.definition;
  const presets = presetNames.map((preset) => `${preset} ${presetSeverity(preset, rule)}`);
  return [
    rule.id,
    `  ${meta.description}`,
    "",
    `  severity  ${meta.severity}   class ${meta.class}   since ${meta.since}`,
    `  presets   ${presets.join(", ")}`,
    `  page      ${documentationUrl}/${rule.id}.md`,
    ...optionLines(rule),
    "",
    "  messages",
    ...Object.values(messages).map(({ message }) => `    ${message}`),
  ];
}

function optionLines({ definition }: Rule): string[] {
  const schema = z.toJSONSchema(definition.options, { io: "input" }) as { properties?: Record<string, { description?: string; default?: unknown }> };
  const options = Object.entries(schema.properties ?? {});
  return options.length === 0 ? [] : ["", "  options", ...options.map(([name, option]) => `    ${name}  ${option.description ?? ""} Default: ${JSON.stringify(option.default)}.`)];
}

/** The hand-written part of the page, which the package ships; undefined when it is not there. */
async function pageBody(id: string): Promise<string | undefined> {
  // From dist/ in the package, from src/cli/commands/ in a checkout. In this order: three levels above dist/ is the repository of the user.
  for (const root of ["../", "../../../"]) {
    const text = await readFile(fileURLToPath(new URL(`${root}docs/rules/${id}.md`, import.meta.url)), "utf8").catch(() => undefined);
    if (text !== undefined) return text.slice(Math.max(text.indexOf("## What it checks"), 0)).replace(/<!--[\s\S]*?-->\n?/g, "");
  }
  return undefined;
}
