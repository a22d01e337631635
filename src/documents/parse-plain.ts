import type { AlignType, List, ListItem, PhrasingContent, RootContent, Table, TableCell, TableRow } from "mdast";
import { plainPhrasing, type PhrasingLine } from "./plain-phrasing.ts";

/** What no plain text has: controls, escapes, raw HTML, strikethrough, definitions, spaces at the end of a line, two backticks in a row. */
const intricate = /[\0-\x09\x0b-\x1f\\<~\uFEFF]|\]:|``| $/m;
/** What a paragraph cannot begin with, nor a line of it. */
const otherBlock = /^(?:[#>+=|:_\s-]|\*(?!\*[^\s*])|\d{1,9}[.)](?:\s|$)|!\[)/;
const bullet = /^[-*+] (?=\S)/;

/**
 * Reads Markdown that consists of headings, paragraphs, bulleted lists and tables of plain words: the nodes that the parser would make, without
 * `offset` and `spread`, which nobody reads. Undefined for a text that holds anything else; only the parser knows to read that. This is a second reader, about ten times as fast,
 * for what most planning documents are made of; a property test holds the two to one answer.
 */
export function parsePlain(text: string): RootContent[] | undefined {
  if (intricate.test(text)) return undefined;
  const reader = new PlainReader(text.split("\n"));
  try {
    return reader.blocks(0);
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

/** Thrown to leave the reader from anywhere inside it; one object, because a new one would collect the stack each time. */
const notPlain = new Error("not plain");

class PlainReader {
  readonly #lines: readonly string[];
  #at = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The blocks from here on that are at a column, up to a line that is further left. */
  blocks(indent: number): RootContent[] {
    const found: RootContent[] = [];
    for (let line = this.#skipBlank(); line !== undefined; line = this.#skipBlank()) {
      const column = columnOf(line);
      if (column < indent) {
        this.#mustEndHere(line.slice(column));
        break;
      }
      if (column > indent) throw notPlain;
      found.push(this.#block(line.slice(indent), indent));
    }
    return found;
  }

  #block(words: string, indent: number): RootContent {
    if (bullet.test(words)) return this.#list(indent);
    const inList = indent > 0;
    const marks = inList ? undefined : /^(#{1,6}) (?=\S)/.exec(words)?.[1];
    if (marks !== undefined) return this.#heading(words, marks.length as Depth);
    if (!inList && words.startsWith("|")) return this.#table();
    return { type: "paragraph", ...this.#paragraph(indent, indent) };
  }

  /** A line further left that is not a block of its own would go on with the paragraph above it. */
  #mustEndHere(words: string): void {
    const free = this.#at === 0 || (this.#lines[this.#at - 1] ?? "") === "";
    if (!free && !bullet.test(words) && !words.startsWith("# ") && !words.startsWith("## ")) throw notPlain;
  }

  #heading(words: string, depth: Depth): RootContent {
    const content = words.slice(depth + 1);
    if (content.endsWith("#")) throw notPlain;
    const line = this.#at + 1;
    this.#at += 1;
    const children = phrasing([{ line, column: depth + 2, words: content }]);
    return {
      type: "heading",
      depth,
      children,
      position: { start: { line, column: 1 }, end: { line, column: words.length + 1 } },
    };
  }

  /** The lines of a paragraph; the first one may begin further right, after the marker of an item. */
  #paragraph(
    from: number,
    indent: number,
  ): { children: PhrasingContent[]; position: NonNullable<RootContent["position"]> } {
    const first = this.#paragraphLine((this.#lines[this.#at] ?? "").slice(from), from);
    const lines: PhrasingLine[] = [first];
    for (let line = this.#lines[this.#at]; line !== undefined && line !== ""; line = this.#lines[this.#at]) {
      if (endsParagraph(line, indent)) break;
      if (columnOf(line) !== indent) throw notPlain;
      lines.push(this.#paragraphLine(line.slice(indent), indent));
    }
    const last = lines.at(-1) ?? first;
    return {
      children: phrasing(lines),
      position: { start: pointOf(first), end: { line: last.line, column: last.column + last.words.length } },
    };
  }

  #paragraphLine(words: string, start: number): PhrasingLine {
    if (words === "" || otherBlock.test(words)) throw notPlain;
    this.#at += 1;
    return { line: this.#at, column: start + 1, words };
  }

  #list(indent: number): List {
    const marker = this.#lines[this.#at]?.charAt(indent);
    const children: ListItem[] = [];
    const start = { line: this.#at + 1, column: indent + 1 };
    for (let line = this.#skipBlank(); line !== undefined && columnOf(line) === indent; line = this.#skipBlank()) {
      const words = line.slice(indent);
      if (!bullet.test(words)) {
        this.#mustEndHere(words);
        break;
      }
      if (words.charAt(0) !== marker) throw notPlain;
      children.push(this.#item(indent));
    }
    return { type: "list", ordered: false, start: null, children, position: { start, end: endOf(children.at(-1)) } };
  }

  #item(indent: number): ListItem {
    const start = { line: this.#at + 1, column: indent + 1 };
    const line = (this.#lines[this.#at] ?? "").slice(indent + 2);
    const mark = /^\[([ xX])\] (?=\S)/.exec(line);
    if (mark === null && /^\[[ xX]\]/.test(line)) throw notPlain;
    const paragraph = this.#paragraph(indent + 2 + (mark === null ? 0 : 4), indent + 2);
    // The parser moves the start of a task's paragraph only in front of words.
    if (mark !== null && paragraph.children[0]?.type !== "text") paragraph.position.start.column -= 4;
    const children = [
      { type: "paragraph", ...paragraph } as const,
      ...(this.blocks(indent + 2) as ListItem["children"]),
    ];
    return {
      type: "listItem",
      checked: mark === null ? null : mark[1] !== " ",
      children,
      position: { start, end: endOf(children.at(-1)) },
    };
  }

  #table(): Table {
    const delimiters = this.#delimiters();
    const align = delimiters.slice(1, -1).split("|").map(alignOf);
    const start = { line: this.#at + 1, column: 1 };
    const rows: TableRow[] = [];
    for (let line = this.#lines[this.#at]; line !== undefined && line !== ""; line = this.#lines[this.#at]) {
      const row = tableRow(line, this.#at + 1);
      if (row.children.length !== align.length) throw notPlain;
      rows.push(row);
      this.#at += rows.length === 1 ? 2 : 1;
    }
    // Without rows, the table ends with the line below its header.
    const end = rows.length === 1 ? { line: start.line + 1, column: delimiters.length + 1 } : endOf(rows.at(-1));
    return { type: "table", align, children: rows, position: { start, end } };
  }

  /** The line below the header of a table that begins here. */
  #delimiters(): string {
    const free = this.#at === 0 || /^(?:#.*)?$/.test(this.#lines[this.#at - 1] ?? "");
    const delimiters = /^\|(?: ?:?-+:? ?\|)+$/.exec(this.#lines[this.#at + 1] ?? "")?.[0];
    if (!free || delimiters === undefined) throw notPlain;
    return delimiters;
  }

  #skipBlank(): string | undefined {
    while (this.#lines[this.#at] === "") this.#at += 1;
    return this.#lines[this.#at];
  }
}

type Depth = 1 | 2 | 3 | 4 | 5 | 6;

function phrasing(lines: readonly PhrasingLine[]): PhrasingContent[] {
  const nodes = plainPhrasing(lines);
  if (nodes === undefined) throw notPlain;
  return nodes;
}

function pointOf({ line, column }: PhrasingLine): { line: number; column: number } {
  return { line, column };
}

/** A point of its own: points are moved when a chunk comes up again. */
function endOf(node: RootContent | undefined): { line: number; column: number } {
  const { line = 1, column = 1 } = node?.position?.end ?? {};
  return { line, column };
}

function columnOf(line: string): number {
  let column = 0;
  while (line.charCodeAt(column) === 32) column += 1;
  return column;
}

/** A line further left, an item at the column of the paragraph, or a heading. */
function endsParagraph(line: string, indent: number): boolean {
  const column = columnOf(line);
  const words = line.slice(column);
  return column < indent || (column === indent && (bullet.test(words) || (indent === 0 && /^#{1,6} /.test(words))));
}

function alignOf(delimiter: string): AlignType {
  const words = delimiter.trim();
  if (words.startsWith(":")) return words.endsWith(":") ? "center" : "left";
  return words.endsWith(":") ? "right" : null;
}

/** A cell reaches from its line to the next one; the last one includes that. */
function tableRow(line: string, number: number): TableRow {
  if (!/^\|.*\|$/.test(line) || line === "|") throw notPlain;
  const parts = line.slice(1, -1).split("|");
  let column = 1;
  const children = parts.map((part, index): TableCell => {
    const start = { line: number, column };
    const words = part.trim();
    const at = column + 1 + (words === "" ? 0 : part.indexOf(words));
    column += part.length + 1;
    return {
      type: "tableCell",
      children: words === "" ? [] : phrasing([{ line: number, column: at, words }]),
      position: { start, end: { line: number, column: index === parts.length - 1 ? column + 1 : column } },
    };
  });
  return {
    type: "tableRow",
    children,
    position: { start: { line: number, column: 1 }, end: { line: number, column: line.length + 1 } },
  };
}
