import type {
  Heading as HeadingNode,
  List as ListNode,
  ListItem as ListItemNode,
  Nodes,
  Paragraph as ParagraphNode,
  Table as TableNode,
  TableRow as TableRowNode,
} from "mdast";
import type { Block, Inline, List, ListItem, Paragraph, Table, TableRow } from "../core/document.ts";
import type { MarkdownTree } from "./markdown-tree.ts";
import { withStruck } from "./inline-words.ts";
import { rangeOf, readAllWords, readInline } from "./read-inline.ts";

/** Turns a top node of the parser's tree into blocks. Quotes are flattened; what carries no words yields nothing. */
export function readBlocks(tree: MarkdownTree, node: Nodes): Block[] {
  return blocksIn(tree, node, false);
}

/** The words of a heading, and those that its address is made of. A heading that is struck out whole keeps its words: something is below it. */
export function readHeading(tree: MarkdownTree, node: HeadingNode): { heading: Inline; addressed: string } {
  const range = rangeOf(tree, node.children, tree.start(node));
  const heading = readInline(tree, node.children, range);
  if (heading.struck === undefined) return { heading, addressed: heading.plain };
  const all = readAllWords(tree, node.children, range);
  const isWhole = !/[\p{L}\p{N}]/u.test(heading.plain);
  return { heading: isWhole ? withStruck(all, heading.struck) : heading, addressed: all.plain };
}

function blocksIn(tree: MarkdownTree, node: Nodes, quoted: boolean): Block[] {
  switch (node.type) {
    case "heading":
    case "paragraph":
      return [readParagraph(tree, node, quoted)];
    case "blockquote":
      return blocksOf(tree, node.children, true);
    case "list":
      return [readList(tree, node, quoted)];
    case "table":
      return [readTable(tree, node)];
    case "code":
      return [{ kind: "code", language: node.lang ?? "", value: node.value, location: tree.locate(node) }];
    case "html":
      return [{ kind: "html", value: node.value, location: tree.locate(node) }];
    default:
      return [];
  }
}

function blocksOf(tree: MarkdownTree, nodes: readonly Nodes[], quoted: boolean): Block[] {
  return nodes.flatMap((child) => blocksIn(tree, child, quoted));
}

function readParagraph(tree: MarkdownTree, node: ParagraphNode | HeadingNode, quoted: boolean): Paragraph {
  const location = tree.locate(node);
  return {
    kind: "paragraph",
    content: readInline(tree, node.children, rangeOf(tree, node.children, location.offset)),
    location,
    quoted,
  };
}

function readList(tree: MarkdownTree, node: ListNode, quoted: boolean): List {
  return {
    kind: "list",
    ordered: node.ordered === true,
    items: node.children.map((item) => readItem(tree, item, quoted)),
    location: tree.locate(node),
  };
}

function readItem(tree: MarkdownTree, node: ListItemNode, quoted: boolean): ListItem {
  const [first, ...rest] = node.children;
  const location = tree.locate(node);
  if (first?.type !== "paragraph") {
    return {
      kind: "item",
      content: readInline(tree, [], { start: location.offset, end: location.offset }),
      blocks: blocksOf(tree, node.children, quoted),
      location,
    };
  }
  const { mark, content } = readTask(tree, node, first);
  return {
    kind: "item",
    content,
    ...(mark === undefined ? {} : { mark }),
    blocks: blocksOf(tree, rest, quoted),
    location,
  };
}

/** The first paragraph of an item and the mark in front of it. GFM knows two marks and has taken them out of the text already. */
function readTask(
  tree: MarkdownTree,
  item: ListItemNode,
  { children }: ParagraphNode,
): { mark: string | undefined; content: Inline } {
  const { start, end } = rangeOf(tree, children, tree.start(item));
  const content = (skipped: number): Inline => readInline(tree, children, { start: start + skipped, end });
  if (typeof item.checked === "boolean") {
    const mark = /\[([^\]])\]/.exec(tree.source.text.slice(tree.start(item), start))?.[1];
    return { mark, content: content(tree.masked(start, end).search(/\S|$/)) };
  }
  const [first] = children;
  if (first?.type !== "text" || !first.value.startsWith("[")) return { mark: undefined, content: content(0) };
  const [words = "", mark] = /^\[([^\]\s])\]\s+/u.exec(tree.masked(start, end)) ?? [];
  return { mark, content: content(words.length) };
}

function readTable(tree: MarkdownTree, node: TableNode): Table {
  const rows = node.children.map((row) => readRow(tree, row));
  return { kind: "table", header: rows[0]?.cells ?? [], rows: rows.slice(1), location: tree.locate(node) };
}

function readRow(tree: MarkdownTree, row: TableRowNode): TableRow {
  return {
    cells: row.children.map((cell) => readInline(tree, cell.children, rangeOf(tree, cell.children, tree.start(cell)))),
    location: tree.locate(row),
  };
}
