import type { PhrasingContent } from "mdast";
import type { Piece } from "./inline-words.ts";
import type { MarkdownTree } from "./markdown-tree.ts";

/** Two offsets in the document. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface MarkedNode {
  readonly node: PhrasingContent;
  readonly range: Range;
}

/** What the nodes of an inline come to. */
export interface InlineParts {
  readonly pieces: Piece[];
  readonly marked: MarkedNode[];
  /** What is neither words nor markup around words: comments, the backslash of a hard break, and what is struck out. */
  readonly hidden: [start: number, end: number][];
}

/** A stretch that is struck out: with its marks, without them, and what is in it. */
export interface Strike {
  readonly outer: Range;
  readonly inner: Range;
  readonly parts: InlineParts;
}

export function noParts(): InlineParts {
  return { pieces: [], marked: [], hidden: [] };
}

const opening = /^<(del|s|strike)(?:\s[^<>]*)?>$/i;

/** Says of each node of an inline, in their order, in which strike it is: `~~old~~` or `<del>old</del>`. Adds those that it finds to `found`. */
export function strikeReader(
  tree: MarkdownTree,
  nodes: readonly PhrasingContent[],
  found: Strike[],
): (node: PhrasingContent, range: Range) => Strike | undefined {
  const last = nodes.at(-1);
  const end = last === undefined ? 0 : tree.end(last);
  const { text } = tree.source;
  // Once a tag is not closed, no later one of its name is.
  const unclosed = new Set<string>();
  const closed = (name: string, start: number): Strike | undefined => {
    if (unclosed.has(name)) return undefined;
    const close = `</${name}>`;
    const inside = text.slice(start, end).indexOf(close);
    const at = start + inside;
    if (inside === -1) unclosed.add(name);
    return inside === -1
      ? undefined
      : {
          outer: { start, end: at + close.length },
          inner: { start: text.indexOf(">", start) + 1, end: at },
          parts: noParts(),
        };
  };
  const begun = (node: PhrasingContent, range: Range): Strike | undefined => {
    if (node.type === "html") {
      const name = opening.exec(node.value)?.[1];
      return name === undefined ? undefined : closed(name, range.start);
    }
    if (node.type !== "delete") return undefined;
    const width = text[range.start + 1] === "~" ? 2 : 1;
    return { outer: range, inner: { start: range.start + width, end: range.end - width }, parts: noParts() };
  };
  return (node, range) => {
    const last = found.at(-1);
    if (last !== undefined && range.end <= last.outer.end) return last;
    const strike = begun(node, range);
    if (strike !== undefined) found.push(strike);
    return strike;
  };
}
