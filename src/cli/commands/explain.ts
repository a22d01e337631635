import { documentationUrl } from "../../core/documentation-url.ts";
import { rulePage } from "../../rule-pages.ts";
import type { CommandDefinition } from "../command-definition.ts";

const examples = `
Examples:
  npx queue-lint explain promotion/spec-exists
  npx queue-lint rules                            the ids of all rules`;

export const explainCommand: CommandDefinition = {
  name: "explain",
  description: "explain a rule: what it checks, why, its options and examples",
  argument: ["<rule>", "id of the rule, such as promotion/spec-exists"],
  define(command, { io }) {
    command.addHelpText("after", examples).action((id: string) => {
      io.stdout.write(forTerminal(id, rulePage(id)));
    });
  },
};

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
