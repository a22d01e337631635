import type { ListItem as ListItemNode, Nodes, Paragraph as ParagraphNode, Table as TableNode } from "mdast";
import type { Block, Inline, ListItem, Table } from "../core/document.ts";
import type { MarkdownTree } from "./markdown-tree.ts";
import { rangeOf, readInline } from "./read-inline.ts";

/** Turns a node of the parser's tree into blocks. Quotes are flattened; what carries no words yields nothing. */
export function readBlocks(tree: MarkdownTree, node: Nodes, quoted = false): Block[] {
  const location = tree.locate(node);
  switch (node.type) {
    case "heading":
    case "paragraph":
      return [{ kind: "paragraph", content: readInline(tree, node.children, rangeOf(tree, node.children, location.offset)), location, quoted }];
    case "blockquote":
      return blocksOf(tree, node.children, true);
    case "list":
      return [{ kind: "list", ordered: node.ordered === true, items: node.children.map((item) => readItem(tree, item, quoted)), location }];
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

function blocksOf(tree: MarkdownTree, nodes: readonly Nodes[], quoted: boolean): Block[] {
  return nodes.flatMap((child) => readBlocks(tree, child, quoted));
}

function readItem(tree: MarkdownTree, node: ListItemNode, quoted: boolean): ListItem {
  const [first, ...rest] = node.children;
  const location = tree.locate(node);
  if (first?.type !== "paragraph") {
    return { kind: "item", content: readInline(tree, [], { start: location.offset, end: location.offset }), blocks: blocksOf(tree, node.children, quoted), location };
  }
  const { mark, content } = readTask(tree, node, first);
  return { kind: "item", content, ...(mark === undefined ? {} : { mark }), blocks: blocksOf(tree, rest, quoted), location };
}

/** The first paragraph of an item and the mark in front of it. GFM knows two marks and has taken them out of the text already. */
function readTask(tree: MarkdownTree, item: ListItemNode, { children }: ParagraphNode): { mark: string | undefined; content: Inline } {
  const { start, end } = rangeOf(tree, children, tree.start(item));
  const content = (skipped: number): Inline => readInline(tree, children, { start: start + skipped, end });
  if (typeof item.checked === "boolean") {
    const mark = /\[([^\]])\]/.exec(tree.source.text.slice(tree.start(item), start))?.[1];
    return { mark, content: content(/^\s*/.exec(tree.masked(start, end))?.[0].length ?? 0) };
  }
  const other = children[0]?.type === "text" ? /^\[([^\]\s])\]\s+/u.exec(tree.masked(start, end)) : null;
  return { mark: other?.[1], content: content(other?.[0].length ?? 0) };
}

function readTable(tree: MarkdownTree, node: TableNode): Table {
  const [header, ...rows] = node.children.map((row) => ({
    cells: row.children.map((cell) => readInline(tree, cell.children, rangeOf(tree, cell.children, tree.start(cell)))),
    location: tree.locate(row),
  }));
  return { kind: "table", header: header?.cells ?? [], rows, location: tree.locate(node) };
}
