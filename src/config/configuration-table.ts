import { stages } from "../core/statuses.ts";
import { builtInFields, builtInSections } from "./built-in-aliases.ts";
import { builtInColumns } from "./built-in-columns.ts";
import { wordsOfEntries } from "./built-in-entry-statuses.ts";
import { builtInStatuses } from "./built-in-statuses.ts";
import { configurationJsonSchema } from "./json-schema.ts";

interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly deprecated?: boolean;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

/** The generated part of docs/configuration.md: every key, then the built-in headings and labels. Markdown, without a trailing newline. */
export function configurationTable(): string {
  const root = configurationJsonSchema([]) as SchemaNode;
  const keys = rowsOf(root, "").map(({ key, node }) => [
    code(key),
    valueText(node),
    defaultText(node),
    node.description ?? "",
  ]);
  return [
    table(["Key", "Value", "Default", "Meaning"], keys),
    "### Built-in headings",
    table(
      ["Role", "Headings"],
      Object.entries(builtInSections).map(([role, aliases]) => [code(role), aliases.join(" · ")]),
    ),
    "### Built-in labels",
    table(
      ["Field", "Labels"],
      Object.entries(builtInFields).map(([name, labels]) => [code(name), labels.join(" · ")]),
    ),
    "### Built-in header words",
    table(
      ["Column", "Header words"],
      Object.entries(builtInColumns).map(([name, headers]) => [code(name), headers.join(" · ")]),
    ),
    "### Built-in status words",
    table(
      ["Stage", "Words"],
      stages.map((stage) => [
        code(stage),
        builtInStatuses
          .filter((status) => status.stage === stage)
          .map(({ name }) => name)
          .join(" · "),
      ]),
    ),
    "### Words of queue entries, beside them",
    table(
      ["Stage", "Words"],
      stages.map((stage) => [code(stage), wordsOfEntries[stage].flatMap((line) => line.split(", ")).join(" · ")]),
    ),
  ].join("\n\n");
}

function rowsOf(node: SchemaNode, prefix: string): { key: string; node: SchemaNode }[] {
  const holders = [node, ...(node.anyOf ?? [])];
  if (node.items?.properties !== undefined) return rowsOf(node.items, prefix);
  const properties = holders.flatMap((holder) => Object.entries(holder.properties ?? {}));
  const present = properties.filter(([, child]) => child.deprecated !== true);
  return present.flatMap(([name, child]) => [
    { key: `${prefix}${name}`, node: child },
    ...rowsOf(child, `${prefix}${name}.`),
  ]);
}

function valueText(node: SchemaNode): string {
  if (node.anyOf !== undefined) return node.anyOf.map(valueText).join(" or ");
  if (node.const !== undefined) return code(JSON.stringify(node.const));
  if (node.enum !== undefined) return node.enum.map((value) => code(JSON.stringify(value))).join(", ");
  if (node.type === "array")
    return node.items?.enum === undefined
      ? `list of ${node.items?.type === "object" ? "objects" : "texts"}`
      : `list of ${valueText(node.items)}`;
  return node.type === "object" ? "object" : "text";
}

function defaultText(node: SchemaNode): string {
  if (node.default === undefined) return "";
  return code(typeof node.default === "string" ? node.default : JSON.stringify(node.default).replaceAll(",", ", "));
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), `|${header.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}
