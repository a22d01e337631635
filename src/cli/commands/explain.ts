import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { didYouMean } from "../../config/nearest-word.ts";
import { documentationUrl } from "../../core/documentation-url.ts";
import { UsageError } from "../../core/errors.ts";
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
      const page = /^[a-z-]+\/[a-z0-9-]+$/.test(id) ? await readPage(id) : undefined;
      if (page === undefined) throw await unknownRule(id);
      io.stdout.write(forTerminal(id, page));
    });
}

/**
 * The pages of the rules, which the package ships. They say all that the rules say of themselves, so that nothing else needs to be loaded. From
 * dist/chunks/ in the package, from src/cli/commands/ in a checkout; in this order: three levels above dist/chunks/ is nobody knows what.
 */
const folders = ["../../docs/rules/", "../../../docs/rules/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

async function readPage(id: string): Promise<string | undefined> {
  for (const folder of folders) {
    const text = await readFile(`${folder}${id}.md`, "utf8").catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}

async function unknownRule(id: string): Promise<UsageError> {
  const found = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true }).catch(() => [])));
  const ids = found.flat().filter((name) => name.endsWith(".md")).map((name) => name.replaceAll("\\", "/").slice(0, -".md".length));
  return new UsageError(`There is no rule “${id}”${didYouMean(id, ids) || "."}`, "Run “queue-lint rules” for the ids of all rules; a plugin describes its own.");
}

/** The page as text: its table of one row as lines, and without the marks of what is generated. */
function forTerminal(id: string, page: string): string {
  const [head = "", ...body] = page.replace(/<!--[^\n]*-->\n/g, "").replace(/^# .*\n+/, "").split(/(?=^## )/m);
  const [description = "", names = "", , values = "", ...says] = head.split("\n").filter((line) => line !== "");
  const cells = (row: string): string[] => row.split("|").slice(1, -1).map((cell) => cell.trim().replaceAll("`", ""));
  const rows = cells(names).map((name, index) => `  ${name.toLowerCase().padEnd(9)} ${cells(values)[index] ?? ""}`);
  const messages = says.slice(1).map((line) => `  ${line.replace(/^- /, "  ").replace(/\\([<>*_[\]`])/g, "$1")}`);
  return `${[id, `  ${description}`, "", ...rows, `  page      ${documentationUrl}/${id}.md`, "", "  messages", ...messages, "", ""].join("\n")}${body.join("")}`;
}
