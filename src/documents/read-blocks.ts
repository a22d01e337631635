import type { Blockquote, BlockContent, DefinitionContent, ListItem as ListItemNode, Nodes, Table as TableNode } from "mdast";
import type { Block, ListItem, Table } from "../core/document.ts";
import type { MarkdownTree } from "./markdown-tree.ts";

/** Turns a node of the parser's tree into blocks. Quotes are flattened; what carries no words yields nothing. */
export function readBlocks(tree: MarkdownTree, node: Nodes, quoted = false): Block[] {
  const location = tree.locate(node);
  switch (node.type) {
    case "heading":
    case "paragraph":
      return [{ kind: "paragraph", content: tree.inline(node.children, location.offset), location, quoted }];
    case "blockquote":
      return node.children.flatMap((child: Blockquote["children"][number]) => readBlocks(tree, child, true));
    case "list":
      return [{ kind: "list", ordered: node.ordered === true, items: node.children.map((item) => readItem(tree, item)), location }];
    case "table":
      return [readTable(tree, node)];
    case "code":
      return [{ kind: "code", language: node.lang ?? "", value: node.value, location }];
    case "html":
      return [{ kind: "html", value: node.value, location }];
    default:
      return [];
  }
}

function readItem(tree: MarkdownTree, node: ListItemNode): ListItem {
  const [first, ...rest] = node.children;
  const location = tree.locate(node);
  if (first?.type !== "paragraph") return { kind: "item", content: tree.inline([], location.offset), blocks: blocksOf(tree, node.children), location };
  const start = first.children[0] === undefined ? location.offset : tree.start(first.children[0]);
  // GFM knows two marks and takes them out of the text; the others are still at its start.
  const own = /\[([^\]])\]\s*$/.exec(tree.source.text.slice(location.offset, start))?.[1];
  const other = own === undefined ? /^\[([^\]\s])\][ \t]+/.exec(tree.source.text.slice(start, start + 12)) : null;
  const mark = own ?? other?.[1];
  const content = tree.inline(first.children, location.offset, other?.[0].length ?? 0);
  return { kind: "item", content, ...(mark === undefined ? {} : { mark }), blocks: blocksOf(tree, rest), location };
}

function blocksOf(tree: MarkdownTree, nodes: readonly (BlockContent | DefinitionContent)[]): Block[] {
  return nodes.flatMap((child) => readBlocks(tree, child));
}

function readTable(tree: MarkdownTree, node: TableNode): Table {
  const [header, ...rows] = node.children.map((row) => ({
    cells: row.children.map((cell) => tree.inline(cell.children, tree.start(cell))),
    location: tree.locate(row),
  }));
  return { kind: "table", header: header?.cells ?? [], rows, location: tree.locate(node) };
}
