import { lineStarts } from "./source-text.ts";

/** A run of lines that the parser can read by itself. */
export interface Chunk {
  readonly text: string;
  /** How many lines are before it. */
  readonly lines: number;
  /** What the end of the chunk before it goes on with here: a list, or a table. */
  readonly joined: "list" | "table" | undefined;
  /** For a table its header and the line below it, which the parser must see above the rows. */
  readonly header: string;
}

/** One chunk in so many items of a list begins anew: small enough to be read again, large enough to be worth a call. */
const itemsPerChunk = 6;

/**
 * Cuts a document where Markdown cannot reach across: in front of a heading after a blank line, between two items of a plain list at
 * the margin, and between two rows of a table. The parts, parsed one by one and put together, are what the whole would be. Where that is not certain (
 * open comments, raw HTML, code fences in lists) there is no cut; at worst the document is one chunk. Where a list is cut depends on the words of its items alone,
 * so that an item more or less does not move the other cuts.
 */
export function splitChunks(text: string): Chunk[] {
  const whole: Chunk[] = [{ text, lines: 0, joined: undefined, header: "" }];
  // Lines that end in CR alone are rare enough not to matter.
  if (/\r(?!\n)/.test(text)) return whole;
  const lines = text.split("\n");
  const starts = lineStarts(text);
  const between = (from: number, to: number | undefined): string =>
    text.slice(starts[from], to === undefined ? text.length : starts[to]);
  const cuts = findCuts(lines);
  return cuts.map(({ line, joined, header }, index) => ({
    text: between(line, cuts[index + 1]?.line),
    lines: line,
    joined,
    header: header === undefined ? "" : between(header, header + 2),
  }));
}

interface CutPoint {
  readonly line: number;
  readonly joined: Chunk["joined"];
  /** The line of the header, for a table. */
  readonly header?: number;
}

/** What the lines so far leave open. */
interface Scan {
  /** The fence of an open code block at the margin. */
  fence: string | undefined;
  /** The fence of an open code block inside a list, and the column at which it is. */
  nested: { readonly fence: string; readonly column: number } | undefined;
  /** The marker of the list at the margin that the line before belongs to. */
  list: string | undefined;
  /** Something in the list that could reach further than its item. */
  uncertain: boolean;
  comment: boolean;
  /** The line of the header of the table that the line before belongs to. */
  table: number | undefined;
  /** Whether a line since the last blank one may have begun raw HTML. */
  html: boolean;
  blank: boolean;
}

function findCuts(lines: readonly string[]): CutPoint[] {
  const cuts: CutPoint[] = [{ line: 0, joined: undefined }];
  const scan: Scan = {
    fence: undefined,
    nested: undefined,
    list: undefined,
    uncertain: false,
    comment: false,
    table: undefined,
    html: false,
    blank: true,
  };
  for (let index = skipFrontMatter(lines); index < lines.length; index += 1) {
    const line = (lines[index] ?? "").trimEnd();
    const cut = cutBefore(scan, line, index);
    if (cut !== undefined) cuts.push(cut);
    if (cut !== undefined && cut.joined === undefined) Object.assign(scan, { list: undefined, uncertain: false });
    scan.table = tableOf(scan, line, { index, next: lines[index + 1] });
    if (!advance(scan, line)) break;
  }
  return cuts;
}

/** Whether the lines so far are complete: no fence and no comment is open. */
function isFree({ fence, nested, comment }: Scan): boolean {
  return fence === undefined && nested === undefined && !comment;
}

/** The cut in front of a line; undefined when there is none. */
function cutBefore(scan: Scan, line: string, index: number): CutPoint | undefined {
  if (isFree(scan)) {
    if (scan.blank && index > 0 && beginsBlock(line)) return { line: index, joined: undefined };
    if (goesOnWithItem(scan, line) && startsChunk(line)) return { line: index, joined: "list" };
  }
  return goesOnWithRow(scan, line, index) && startsChunk(line)
    ? { line: index, joined: "table", header: scan.table ?? 0 }
    : undefined;
}

function goesOnWithRow({ table }: Scan, line: string, index: number): boolean {
  return table !== undefined && index > table + 2 && line.startsWith("|");
}

function goesOnWithItem({ list, uncertain }: Scan, line: string): boolean {
  return !uncertain && list !== undefined && isItem(line, list);
}

/** The line of the header of the table that a line belongs to. */
function tableOf(
  scan: Scan,
  line: string,
  { index, next }: { readonly index: number; readonly next: string | undefined },
): number | undefined {
  if (!line.startsWith("|")) return undefined;
  const begins = isFree(scan) && scan.blank && scan.list === undefined && isDelimiter(next);
  return scan.table ?? (begins ? index : undefined);
}

/** Takes one more line in; false when nothing certain can be said about the lines below it. */
function advance(scan: Scan, line: string): boolean {
  const { blank } = scan;
  scan.blank = line === "";
  if (scan.fence !== undefined) {
    if (/^ {0,3}(?:`+|~+)$/.test(line) && line.trimStart().startsWith(scan.fence))
      // Nothing goes on below a closed fence: it is as good as a blank line.
      Object.assign(scan, { fence: undefined, blank: true });
  } else if (scan.comment) scan.comment = !line.includes("-->");
  else if (line === "") scan.html = false;
  else if (scan.nested !== undefined) return followNested(scan, line);
  else return advanceWords(scan, line, blank);
  return true;
}

/** The same for a line with words, outside of code and comments. */
function advanceWords(scan: Scan, line: string, blank: boolean): boolean {
  // Most lines can neither open a fence nor be HTML.
  if (line.includes("```") || line.includes("~~~") || line.includes("<")) {
    const content = beginsPrefix(line) ? line.replace(/^(?:[ \t>]|[-*+] |\d{1,9}[.)] )+/, "") : line;
    const nested = content.length < line.length;
    const fence = /^(?:`{3,}|~{3,})/.exec(content)?.[0];
    // In raw HTML it is none, in a paragraph it is one.
    if (fence !== undefined) return !scan.html && openFence(scan, line, { fence, nested });
    if (content.startsWith("<")) return openHtml(scan, content, nested);
  }
  followList(scan, line, blank);
  return true;
}

/** What closes a code block inside a list; a line that is further left ends the item and with it the block, and then nothing is certain. */
function followNested(scan: Scan, line: string): boolean {
  const content = line.trimStart();
  const { fence, column } = scan.nested ?? { fence: "", column: 0 };
  if (!line.startsWith(" ".repeat(column))) return false;
  if (/^(?:`+|~+)$/.test(content) && content.startsWith(fence)) scan.nested = undefined;
  return true;
}

/** A fence at the margin is a code block of its own; what looks like one in a list may belong to the item or be below it. */
function openFence(
  scan: Scan,
  line: string,
  { fence, nested }: { readonly fence: string; readonly nested: boolean },
): boolean {
  if (fence.startsWith("`") && line.slice(line.indexOf(fence) + fence.length).includes("`")) {
    scan.uncertain = true;
    return true;
  }
  if (!nested && scan.list === undefined) {
    scan.fence = fence;
    return true;
  }
  scan.uncertain = true;
  scan.nested = { fence, column: line.indexOf(fence) };
  return nested && !/^ {0,3}(?:`|~)|[\t>]/.test(line);
}

/** A comment that ends on its line is harmless; one that does not is followed to its end at the margin only. */
function openHtml(scan: Scan, content: string, nested: boolean): boolean {
  Object.assign(scan, { uncertain: true, html: true });
  if (/^<(?:\?|![A-Z[]|(?:script|pre|style|textarea)(?:[\s>]|$))/i.test(content) && !content.startsWith("<!--"))
    return false;
  if (!content.startsWith("<!--") || content.includes("-->", 4)) return true;
  scan.comment = true;
  return !nested && scan.list === undefined;
}

function followList(scan: Scan, line: string, blank: boolean): void {
  const marker = line.charAt(0);
  if (beginsPrefix(line)) {
    if (isItem(line, marker) && (scan.list ?? marker) === marker) {
      if (scan.list === undefined && blank) Object.assign(scan, { list: marker, uncertain: false });
      return;
    }
    if (/^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(line)) {
      scan.uncertain = true;
      return;
    }
  }
  // After a blank line, words at the margin are below the list and not in it.
  if (blank && !/^(?: {2}|\t)/.test(line)) scan.list = undefined;
}

/** Whether a line could begin with the marks of lists and quotes, or be indented: asked of every line, and cheaper than the patterns that say it in full. */
function beginsPrefix(line: string): boolean {
  const code = line.charCodeAt(0);
  return (
    code < 0x41 &&
    (code === 0x20 ||
      code === 0x09 ||
      code === 0x3e ||
      code === 0x2d ||
      code === 0x2a ||
      code === 0x2b ||
      (code >= 0x30 && code <= 0x39))
  );
}

/** An item with words, and no thematic break. */
function isItem(line: string, marker: string): boolean {
  return line.startsWith(marker) && /^[-*+] {1,3}[^\s\-*+_=#>`~<|\d]/.test(line);
}

/** After a blank line: a heading, a paragraph, a quote, a code fence or a comment at the margin, which no list and no quote above can hold. */
function beginsBlock(line: string): boolean {
  return /^(?:#{1,6}(?: |$)|[\p{L}"“'([`~>]|\*\*?[^\s*]|_+[^\s_]|<!--)/u.test(line);
}

/** The line below the header of a table. */
function isDelimiter(line = ""): boolean {
  return line.startsWith("|") && /^[|:\- \t]+$/.test(line.trimEnd()) && line.includes("-");
}

/** By the words of the line alone. */
function startsChunk(line: string): boolean {
  let sum = 0;
  for (let index = 0; index < line.length && index < 80; index += 1) sum = (sum * 31 + line.charCodeAt(index)) % 65_521;
  return sum % itemsPerChunk === 0;
}

/** The line after the front matter; 0 without one. */
function skipFrontMatter(lines: readonly string[]): number {
  if (lines.length < 2 || !/^\uFEFF?---[ \t]*\r?$/.test(lines[0] ?? "")) return 0;
  const end = lines.findIndex((line, index) => index > 0 && /^---[ \t]*\r?$/.test(line));
  return end === -1 ? lines.length : end + 1;
}
