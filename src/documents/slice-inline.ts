import type { Inline, Span } from "../core/document.ts";
import type { Location } from "../core/location.ts";
import { collapsed, lineStartsOf, pieces, withPieces, wordsBetween } from "./inline-words.ts";
import { lineIndex } from "./source-text.ts";

/** The part of an inline from `start` to `end` (offsets in its `text`) without white space at its ends. */
export function sliceInline(inline: Inline, start: number, end: number): Inline {
  const { from, to } = trimmed(inline.text, Math.max(start, 0), Math.min(end, inline.text.length));
  const base = inline.location.offset;
  const inside = <Kind extends Span>(spans: readonly Kind[]): readonly Kind[] =>
    spansWithin(spans, base + from, base + to);
  const text = inline.text.slice(from, to);
  const all = pieces(inline);
  const struck = inline.struck?.filter(
    ({ location }) => location.offset >= base + from && location.endOffset <= base + to,
  );
  return withPieces(
    {
      ...(struck === undefined || struck.length === 0 ? {} : { struck }),
      text,
      plain: wordsAt(inline, from, to),
      location: locate(inline, from, to),
      codes: inside(inline.codes),
      strongs: inside(inline.strongs),
      links: inside(inline.links),
    },
    all,
  );
}

/** Words and place of the part of an inline from `start` to `end`, as `sliceInline` would have them: most who ask need no more. */
export function quotedSlice(inline: Inline, start: number, end: number): Span {
  const { from, to } = trimmed(inline.text, Math.max(start, 0), Math.min(end, inline.text.length));
  return { text: wordsAt(inline, from, to), location: locate(inline, from, to) };
}

/** The words of the part of an inline from `start` to `end`, as `sliceInline` would have them. */
export function plainSlice(inline: Inline, start: number, end: number): string {
  const { from, to } = trimmed(inline.text, Math.max(start, 0), Math.min(end, inline.text.length));
  return wordsAt(inline, from, to);
}

/** A slice of mere markup (the address of a link) is shown as it is. */
function wordsAt(inline: Inline, from: number, to: number): string {
  const all = pieces(inline);
  const base = inline.location.offset;
  return (
    (all === undefined ? undefined : wordsBetween(all, base + from, base + to)) ??
    collapsed(inline.text.slice(from, to))
  );
}

/** The spans (in the order of the source) that are between two offsets of the document. */
function spansWithin<Kind extends Span>(spans: readonly Kind[], start: number, end: number): readonly Kind[] {
  if (spans.length === 0) return spans;
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.location.offset ?? 0) >= start) high = middle;
    else low = middle + 1;
  }
  const found: Kind[] = [];
  for (let span = spans[low]; span !== undefined && span.location.offset < end; span = spans[++low]) {
    if (span.location.endOffset <= end) found.push(span);
  }
  return found;
}

function trimmed(text: string, start: number, end: number): { from: number; to: number } {
  let from = Math.min(start, end);
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return { from, to };
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160;
}

function locate(inline: Inline, from: number, to: number): Location {
  const { path, line, column, offset: base } = inline.location;
  // Most inlines are one line.
  if (inline.location.endLine === line)
    return {
      path,
      line,
      column: column + from,
      endLine: line,
      endColumn: column + to,
      offset: base + from,
      endOffset: base + to,
    };
  const starts = lineStartsOf(inline);
  const position = (offset: number): { line: number; column: number } => {
    const index = lineIndex(starts, offset);
    return { line: line + index, column: offset - (starts[index] ?? 0) + (index === 0 ? column : 1) };
  };
  const first = position(from);
  const last = position(to);
  return { path, ...first, endLine: last.line, endColumn: last.column, offset: base + from, endOffset: base + to };
}
