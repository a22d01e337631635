import { fencedLines } from "./fenced-lines.ts";
import { linePrefix } from "./line-prefix.ts";
import { lineStarts } from "./source-text.ts";
import { costlyParagraphs } from "./costly-paragraphs.ts";

/** A line that was left out, and why. */
export interface Omission {
  /** Offset of the line. */
  readonly offset: number;
  readonly reason: string;
  /** How many lines or paragraphs were left out for the same reason. */
  readonly count: number;
}

/** No line of prose is this long, and in a table or a list it would be a paragraph of its own. */
const longestLine = 20_000;
/** Deeper nesting than this is not writing; the parser's time grows with the square of it. */
const deepestNesting = 50;
/** Each mark of a quote on each line takes about a kilobyte while the document is parsed. */
const mostQuoteMarks = 50_000;

/**
 * Empties the lines that the Markdown parser could hang on: those longer than 20,000 characters, those nested deeper
 * than 50 levels, and paragraphs with too much markup for their length or too many lines outside of their list. The number of lines stays.
 */
export function guardText(text: string): { readonly text: string; readonly leftOut: readonly Omission[] } {
  if (isHarmless(text)) return { text, leftOut: [] };
  const starts = lineStarts(text);
  const lines = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
  const long = lines.flatMap((line, index) => (line.length > longestLine ? [index] : []));
  for (const index of long) lines[index] = emptied(lines[index]);
  const isCode = fencedLines(lines);
  const deep = lines.flatMap((line, index) => (isCode[index] !== true && depth(line) > deepestNesting ? [index] : []));
  for (const index of deep) lines[index] = emptied(lines[index]);
  const quoted = beyondQuotes(lines, isCode);
  for (const index of quoted) lines[index] = emptied(lines[index]);
  const { tangled, lazy } = costlyParagraphs(lines, isCode);
  for (const index of [...tangled, ...lazy].flat()) lines[index] = emptied(lines[index]);
  const leftOut = [
    { first: long, reason: `a line of more than ${longestLine.toLocaleString("en")} characters is left out` },
    { first: deep, reason: `a line nested more than ${deepestNesting} levels deep is left out` },
    {
      first: quoted,
      reason: `a line beyond ${mostQuoteMarks.toLocaleString("en")} marks of quotes is left out`,
    },
    {
      first: tangled.map(([index]) => index ?? 0),
      reason: "a paragraph with too much markup for its length is left out",
    },
    {
      first: lazy.map(([index]) => index ?? 0),
      reason: "a paragraph of more than 1,000 lines without the mark of their list or quote is left out",
    },
  ].flatMap(({ first, reason }) =>
    first[0] === undefined ? [] : [{ offset: starts[first[0]] ?? 0, reason, count: first.length }],
  );
  return leftOut.length === 0 ? { text, leftOut } : { text: lines.join(""), leftOut };
}

/** The quoted lines below the one at which the document has too many marks of quotes. */
function beyondQuotes(lines: readonly string[], isCode: readonly boolean[]): number[] {
  let marks = 0;
  return lines.flatMap((line, index) => {
    const { quotes } = isCode[index] === true ? { quotes: 0 } : linePrefix(line, deepestNesting + 1);
    marks += quotes;
    return quotes > 0 && marks > mostQuoteMarks ? [index] : [];
  });
}

/** A paragraph that is shorter has less than `mostWork` characters times marks, whatever is in it. */
const shortParagraph = 4_000;
/** So many characters go before anything can be too deep. */
const deepPrefix = /^[\s>*+\-\d.)]{24}/;

/** A quick look that nearly every document passes: no line could be too long or too deep, and no paragraph too long. */
function isHarmless(text: string): boolean {
  const starts = lineStarts(text);
  let paragraph = 0;
  let quotes = 0;
  for (let index = 0; index < starts.length; index += 1) {
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? text.length;
    if (beginsAnew(text, start, end)) paragraph = 0;
    paragraph += end - start + 1;
    quotes += quoteMarks(text, start, end);
    if (paragraph > shortParagraph || quotes > mostQuoteMarks || mayBeDeep(text, start, end)) return false;
  }
  return true;
}

/** An upper bound of the marks of quotes at the margin of a line. */
function quoteMarks(text: string, start: number, end: number): number {
  return text.charCodeAt(start) === 0x3e ? (/^[>\s]+/.exec(text.slice(start, end))?.[0] ?? "").length : 0;
}

/** Whether a line ends the paragraph above it. The first character tells of most lines what they are not. */
function beginsAnew(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  const isBlank = start === end || code === 0x0a || code === 0x0d;
  return isBlank || (isMark(code) && /^(?:[-*+] +[^\s\-*]|#{1,6} |\|)/.test(text.slice(start, end)));
}

function mayBeDeep(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  return (code < 0x41 || code > 0x7f) && deepPrefix.test(text.slice(start, end));
}

/** Whether a character could begin a list item, a heading or a row. */
function isMark(code: number): boolean {
  return code === 0x2d || code === 0x7c || code === 0x23 || code === 0x2a || code === 0x2b;
}

/** An empty line that ends as the given one does. */
function emptied(line = ""): string {
  return /(?:\r\n|\n|\r)$/.exec(line.slice(-2))?.[0] ?? "";
}

/** An upper bound of the depth at which a line's content is: its markers, and a level for every two columns before the last of them. */
function depth(line: string): number {
  const { column, quotes, items } = linePrefix(line, deepestNesting + 1);
  const markers = quotes + items;
  return markers === 0 ? 0 : markers + Math.floor(Math.max(column - 2 * markers, 0) / 2);
}
