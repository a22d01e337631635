import { lineStarts } from "./source-text.ts";

/** A line that was left out, and why. */
export interface LeftOut {
  /** Offset of the line. */
  readonly offset: number;
  readonly reason: string;
  /** How many lines were left out for the same reason. */
  readonly count: number;
}

/** The parser's time grows with the square of a line's length in the worst case; no line of prose is this long. */
const longestLine = 20_000;
/** Deeper nesting than this is no writing; the parser's time grows with the square of it. */
const deepestNesting = 50;

/**
 * Empties the lines that the Markdown parser could hang on: those longer than 20,000 characters and those nested
 * deeper than 50 levels. The number of lines stays.
 */
export function guardText(text: string): { readonly text: string; readonly leftOut: readonly LeftOut[] } {
  const long: number[] = [];
  const deep: number[] = [];
  const starts = lineStarts(text);
  const pieces = starts.map((start, index) => {
    const line = text.slice(start, starts[index + 1] ?? text.length);
    if (line.length > longestLine) long.push(start);
    else if (nesting(line) > deepestNesting) deep.push(start);
    else return line;
    return line.slice(line.trimEnd().length).replace(/[^\r\n]/g, "");
  });
  const leftOut = [
    { offsets: long, reason: `a line of more than ${longestLine.toLocaleString("en")} characters is left out` },
    { offsets: deep, reason: `a line nested more than ${deepestNesting} levels deep is left out` },
  ].flatMap(({ offsets, reason }) => (offsets[0] === undefined ? [] : [{ offset: offsets[0], reason, count: offsets.length }]));
  return leftOut.length === 0 ? { text, leftOut } : { text: pieces.join(""), leftOut };
}

/** An upper bound of the depth at which a line's content stands: its markers, and two spaces a level before a marker. */
function nesting(line: string): number {
  let depth = 0;
  let at = 0;
  for (;;) {
    const start = at;
    while (line[at] === " " || line[at] === "\t") at += 1;
    const marker = /^(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/.exec(line.slice(at, at + 12))?.[0];
    if (marker === undefined) return depth;
    depth += 1 + (start === 0 ? Math.floor(at / 2) : 0);
    at += marker.length;
  }
}
