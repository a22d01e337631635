import type { InlineCode, PhrasingContent, Text } from "mdast";
import type { Inline, Link, Span } from "../core/document.ts";
import { wordsBetween, withPieces, withStruck, type Piece } from "./inline-words.ts";
import type { MarkdownTree } from "./markdown-tree.ts";
import { noParts, strikeReader, type InlineParts, type MarkedNode, type Range, type Strike } from "./strikes.ts";
import { textPieces } from "./text-pieces.ts";

/** The offsets from the first to the last of some nodes; without nodes, an empty range at `fallback`. */
export function rangeOf(tree: MarkdownTree, nodes: readonly PhrasingContent[], fallback: number): Range {
  const first = nodes[0];
  const last = nodes.at(-1);
  return first === undefined || last === undefined
    ? { start: fallback, end: fallback }
    : { start: tree.start(first), end: tree.end(last) };
}

/**
 * The inline content of some nodes between two offsets: all of them, or without a task's mark in front. What is struck out is no part of its words; it is
 * kept beside them.
 */
export function readInline(tree: MarkdownTree, nodes: readonly PhrasingContent[], range: Range): Inline {
  const [only] = nodes;
  if (nodes.length === 1 && only?.type === "text") return readWords(tree, only, range);
  const { shown, strikes } = collect(tree, nodes);
  if (strikes.length === 0) return toInline(tree, shown, range);
  const struck = strikes.map(({ parts, inner }) => toInline(tree, parts, inner));
  return withStruck(toInline(tree, shown, range), struck);
}

/** As `readInline`, with the words that are struck out among the others: the address of a heading has them. */
export function readAllWords(tree: MarkdownTree, nodes: readonly PhrasingContent[], range: Range): Inline {
  return toInline(tree, collect(tree, nodes, true).shown, range);
}

function toInline(tree: MarkdownTree, found: InlineParts, { start, end }: Range): Inline {
  const span = ({ node, range }: MarkedNode): Span => ({
    text: wordsBetween(found.pieces, range.start, range.end) ?? "",
    location: tree.locate(node),
  });
  const inline = {
    text: tree.masked(start, end, found.hidden),
    plain: wordsBetween(found.pieces, start, end) ?? "",
    location: tree.source.locate(start, end),
    codes: found.marked.filter(({ node }) => node.type === "inlineCode").map(span),
    strongs: found.marked.filter(({ node }) => node.type === "strong").map(span),
    links: found.marked.flatMap((marked): Link[] => {
      const url = urlOf(tree, marked.node);
      return url === undefined ? [] : [{ ...span(marked), url }];
    }),
  };
  // A copy is no longer than what is in it; what was pushed to has room for sixteen more.
  return withPieces(inline, [...found.pieces]);
}

const noSpans: readonly Link[] = [];

/** As `readInline`, for words alone: most inlines are nothing else. */
function readWords(tree: MarkdownTree, node: Text, { start, end }: Range): Inline {
  const all = piecesOf(tree, node, { start: tree.start(node), end: tree.end(node) });
  const text = tree.masked(start, end);
  const plain = wordsBetween(all, start, end) ?? "";
  // Words without markup are one string.
  const inline = {
    text,
    plain: plain === text ? text : plain,
    location: tree.source.locate(start, end),
    codes: noSpans,
    strongs: noSpans,
    links: noSpans,
  };
  return withPieces(inline, all);
}

const markup: ReadonlySet<string> = new Set(["inlineCode", "strong", "link", "linkReference"]);

function isHidden(node: PhrasingContent): boolean {
  return node.type === "break" || (node.type === "html" && node.value.startsWith("<!--"));
}

interface CollectedParts {
  readonly shown: InlineParts;
  readonly strikes: Strike[];
}

/** Visits the nodes in document order, without recursion: emphasis may be nested thousands deep. */
function collect(tree: MarkdownTree, nodes: readonly PhrasingContent[], withStruck = false): CollectedParts {
  const shown = noParts();
  const strikes: Strike[] = [];
  const strikeAt = withStruck ? undefined : strikeReader(tree, nodes, strikes);
  const open = [...nodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const range = { start: tree.start(node), end: tree.end(node) };
    addTo(strikeAt?.(node, range)?.parts ?? shown, { tree, node, range });
    pushChildren(open, node);
  }
  for (const { outer } of strikes) shown.hidden.push([outer.start, outer.end]);
  return { shown, strikes };
}

function addTo(
  found: InlineParts,
  { tree, node, range }: { readonly tree: MarkdownTree; readonly node: PhrasingContent; readonly range: Range },
): void {
  if (markup.has(node.type)) found.marked.push({ node, range });
  if (isHidden(node)) found.hidden.push([range.start, range.end]);
  for (const piece of piecesOf(tree, node, range)) found.pieces.push(piece);
}

function pushChildren(open: PhrasingContent[], node: PhrasingContent): void {
  if (!("children" in node)) return;
  for (let index = node.children.length - 1; index >= 0; index -= 1) open.push(node.children[index] as PhrasingContent);
}

function piecesOf(tree: MarkdownTree, node: PhrasingContent, range: Range): Piece[] {
  switch (node.type) {
    case "text":
      return textPieces(tree.masked(range.start, range.end), node.value, range.start);
    case "inlineCode":
      return [codePiece(tree, node, range)];
    case "image":
    case "imageReference":
      return [{ ...range, words: node.alt ?? "" }];
    case "break":
      return [{ ...range, words: " " }];
    default:
      return [];
  }
}

/** The code between its backticks when it is there as it is, else the whole span. */
function codePiece(tree: MarkdownTree, node: InlineCode, range: Range): Piece {
  const source = tree.source.text.slice(range.start, range.end);
  const at = source.indexOf(node.value, source.search(/[^`]/));
  return at === -1
    ? { ...range, words: node.value }
    : { start: range.start + at, end: range.start + at + node.value.length, words: node.value };
}

function urlOf(tree: MarkdownTree, node: PhrasingContent): string | undefined {
  if (node.type === "link") return node.url;
  return node.type === "linkReference" ? tree.url(node.identifier) : undefined;
}
