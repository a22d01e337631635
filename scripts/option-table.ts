import { z } from "zod";
import type { Rule } from "../src/rule-api/index.ts";
import { markdownTable } from "./markdown-table.ts";

interface SchemaNode {
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

/** The options part of a rule page: a table and how they are set. */
export function optionTable({ id, definition }: Rule): string {
  const schema = z.toJSONSchema(definition.options, { target: "draft-07", io: "input" }) as SchemaNode;
  const options = Object.entries(schema.properties ?? {});
  if (options.length === 0) return "This rule has no options.";
  const rows = options.map(([name, node]) => [
    code(name),
    valueText(node),
    code(literal(node.default)),
    node.description ?? "",
  ]);
  const defaults = options.map(([name, node]) => `${JSON.stringify(name)}: ${literal(node.default)}`).join(", ");
  const setting = `{ "rules": { "${id}": ["${definition.meta.severity}", { ${defaults} }] } }`;
  return `${markdownTable(["Option", "Value", "Default", "Meaning"], rows)}\n\nThe defaults, as they are written in the configuration:\n\n\`\`\`json\n${setting}\n\`\`\``;
}

function valueText(node: SchemaNode): string {
  if (node.anyOf !== undefined) return node.anyOf.map(valueText).join(" or ");
  if (node.const !== undefined) return code(literal(node.const));
  if (node.enum !== undefined) return node.enum.map((value) => code(literal(value))).join(", ");
  return kindText(node);
}

function kindText(node: SchemaNode): string {
  switch (node.type) {
    case "array":
      return `list of ${plural(node.items)}`;
    case "object":
      return typeof node.additionalProperties === "object"
        ? `object of ${plural(node.additionalProperties)}`
        : "object";
    case "boolean":
      return "`true` or `false`";
    case "integer":
      return `whole number${bounds(node)}`;
    case "number":
      return `number${bounds(node)}`;
    default:
      return "text";
  }
}

function plural(node: SchemaNode | undefined): string {
  const text = node === undefined ? "value" : valueText(node);
  return /^(?:text|whole number|number|object|value)$/.test(text) ? `${text}s` : text;
}

/** Bounds that were written down; the widest integers are what the schema says for every whole number. */
function bounds({ minimum, maximum }: SchemaNode): string {
  const from = minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? "" : ` from ${minimum}`;
  const to = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? "" : ` to ${maximum}`;
  return `${from}${to}`;
}

function literal(value: unknown): string {
  return JSON.stringify(value) ?? "none";
}

function code(text: string): string {
  return `\`${text}\``;
}
