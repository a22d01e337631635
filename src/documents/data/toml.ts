import { ParseError, parseTOML, type AST } from "toml-eslint-parser";
import type { DataEntry, DataNode } from "../../core/data.ts";
import { problem } from "../document-problems.ts";
import type { DataFormat, DataStretch } from "./data-format.ts";
import { mapNode, scalarNode } from "./data-nodes.ts";

/** TOML. Tables are put where their names say; a name or a table that is given twice cannot be read. */
export const toml: DataFormat = {
  extensions: [".toml"],
  comment: "#",
  read: (stretch) => {
    const { source, start, end } = stretch;
    try {
      const [top] = parseTOML(source.text.slice(start, end)).body;
      const tree = branch(top);
      for (const part of top.body) {
        if (part.type === "TOMLTable") fill(reach(tree, part.resolvedKey, part), part.body);
        else fill(tree, [part]);
      }
      return { root: toNode(tree, stretch), problems: [] };
    } catch (error) {
      if (!(error instanceof ParseError) && !(error instanceof RangeError)) throw error;
      const at = error instanceof ParseError ? start + Math.min(error.index, end - start) : start;
      const reason = error instanceof ParseError ? error.message.replace(/\.$/, "") : "it is nested too deeply";
      const line = source.text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
      return {
        root: undefined,
        problems: [problem(source, line, `the file cannot be read, so nothing in it is checked: ${reason}`)],
      };
    }
  },
};

/** A map or list that is being put together from several tables. */
interface Branch {
  readonly at: AST.TOMLNode;
  readonly children: Map<string | number, { readonly key: AST.TOMLNode; readonly value: Branch | AST.TOMLContentNode }>;
}

function branch(at: AST.TOMLNode): Branch {
  return { at, children: new Map() };
}

function reach(from: Branch, names: readonly (string | number)[], at: AST.TOMLNode): Branch {
  return names.reduce<Branch>((holder, name) => {
    const found = holder.children.get(name)?.value;
    if (found !== undefined && "children" in found) return found;
    const made = branch(at);
    holder.children.set(name, { key: at, value: made });
    return made;
  }, from);
}

function fill(table: Branch, pairs: readonly AST.TOMLKeyValue[]): void {
  for (const { key, value } of pairs) {
    const names = key.keys.map((part) => (part.type === "TOMLBare" ? part.name : part.value));
    const holder = reach(table, names.slice(0, -1), key);
    holder.children.set(names.at(-1) ?? "", { key, value });
  }
}

function toNode(node: Branch | AST.TOMLContentNode, stretch: DataStretch): DataNode {
  const { source, start } = stretch;
  if ("children" in node) return branchNode(node, stretch);
  const [from, to] = node.range;
  if (node.type === "TOMLArray")
    return {
      kind: "list",
      items: node.elements.map((item) => toNode(item, stretch)),
      location: source.locate(start + from, start + to),
    };
  if (node.type === "TOMLInlineTable") {
    const table = branch(node);
    fill(table, node.body);
    return branchNode(table, stretch);
  }
  const text = node.kind === "string" ? node.value : undefined;
  return scalarNode(source, { start: start + from, end: start + to, text }, "#");
}

function branchNode({ at, children }: Branch, stretch: DataStretch): DataNode {
  const { source, start } = stretch;
  const [from, to] = [start + at.range[0], start + at.range[1]];
  const names = [...children.keys()];
  if (names.length > 0 && names.every((name) => typeof name === "number"))
    return {
      kind: "list",
      items: [...children.values()].map(({ value }) => toNode(value, stretch)),
      location: source.locate(from, to),
    };
  const entries = [...children].map(([name, { key, value }]): DataEntry => ({
    key: String(name),
    keyLocation: source.locate(start + key.range[0], start + key.range[1]),
    value: toNode(value, stretch),
  }));
  return mapNode(source, entries, { start: from, end: to }).node;
}
