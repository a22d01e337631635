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

/**
 * Empties the lines that the Markdown parser could hang on: those longer than 20,000 characters, those nested deeper
 * than 50 levels, and paragraphs with too much markup for their length. The number of lines stays.
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
  const tangled = costlyParagraphs(lines, isCode);
  for (const index of tangled.flat()) lines[index] = emptied(lines[index]);
  const leftOut = [
    { first: long, reason: `a line of more than ${longestLine.toLocaleString("en")} characters is left out` },
    { first: deep, reason: `a line nested more than ${deepestNesting} levels deep is left out` },
    {
      first: tangled.map(([index]) => index ?? 0),
      reason: "a paragraph with too much markup for its length is left out",
    },
  ].flatMap(({ first, reason }) =>
    first[0] === undefined ? [] : [{ offset: starts[first[0]] ?? 0, reason, count: first.length }],
  );
  return leftOut.length === 0 ? { text, leftOut } : { text: lines.join(""), leftOut };
}

/** A paragraph that is shorter has less than `mostWork` characters times marks, whatever is in it. */
const shortParagraph = 4_000;
/** So many characters go before anything can be too deep. */
const deepPrefix = /^[\s>*+\-\d.)]{24}/;

/** A quick look that nearly every document passes: no line could be too long or too deep, and no paragraph too long. */
function isHarmless(text: string): boolean {
  const starts = lineStarts(text);
  let paragraph = 0;
  for (let index = 0; index < starts.length; index += 1) {
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? text.length;
    if (beginsAnew(text, start, end)) paragraph = 0;
    paragraph += end - start + 1;
    if (paragraph > shortParagraph || mayBeDeep(text, start, end)) return false;
  }
  return true;
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
