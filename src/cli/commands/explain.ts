import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { didYouMean } from "../../config/nearest-word.ts";
import { documentationUrl } from "../../core/documentation-url.ts";
import { UsageError } from "../../core/errors.ts";
import type { CommandDefinition } from "../command-definition.ts";

const examples = `Examples:
  npx queue-lint explain promotion/spec-exists
  npx queue-lint rules                            the ids of all rules`;

export const explainCommand: CommandDefinition = {
  name: "explain",
  group: "Check",
  description: "explain a rule: what it checks, why, its options and examples",
  argument: ["<rule>", "id of the rule, such as promotion/spec-exists"],
  examples,
  define(command, { io }) {
    command.action((id: string) => {
      const page = /^[a-z-]+\/[a-z0-9-]+$/.test(id) ? readPage(id) : undefined;
      if (page === undefined) throw unknownRule(id);
      io.stdout.write(forTerminal(id, page));
    });
  },
};

/**
 * The pages of the rules, which the package ships. They say all that the rules say of themselves, so that nothing else needs to be loaded. From
 * dist/chunks/ in the package, from src/cli/commands/ in a checkout; in this order: three levels above dist/chunks/ is nobody knows what.
 */
const folders = ["../../docs/rules", "../../../docs/rules"].map((path) => join(import.meta.dirname, path));

function readPage(id: string): string | undefined {
  for (const folder of folders) {
    try {
      return readFileSync(join(folder, `${id}.md`), "utf8");
    } catch {
      // It is in another folder, or there is no such rule.
    }
  }
  return undefined;
}

function unknownRule(id: string): UsageError {
  const ids = folders
    .flatMap(filesIn)
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.replaceAll("\\", "/").slice(0, -".md".length));
  return new UsageError(
    `There is no rule “${id}”${didYouMean(id, ids) || "."}`,
    "Run “queue-lint rules” for the ids of all rules; a plugin describes its own.",
  );
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
}

/** The page as text: its table of one row as lines, and without the marks of what is generated. */
function forTerminal(id: string, page: string): string {
  const [head = "", ...body] = page
    .replace(/<!--[^\n]*-->\n/g, "")
    .replace(/^# .*\n+/, "")
    .split(/(?=^## )/m);
  const [description = "", names = "", , values = "", ...says] = head.split("\n").filter((line) => line !== "");
  const cells = (row: string): string[] =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("`", ""));
  const rows = cells(names).map((name, index) => `  ${name.toLowerCase().padEnd(9)} ${cells(values)[index] ?? ""}`);
  const messages = says.slice(1).map((line) => `  ${line.replace(/^- /, "  ").replace(/\\([<>*_[\]`])/g, "$1")}`);
  return `${[id, `  ${description}`, "", ...rows, `  page      ${documentationUrl}/${id}.md`, "", "  messages", ...messages, "", ""].join("\n")}${body.join("")}`;
}
