import type { Inline, Span } from "../core/document.ts";
import type { Location } from "../core/location.ts";
import { lineIndex, lineStarts } from "./source-text.ts";

/** Line starts of inlines that were sliced before: a long paragraph is sliced once for every reference in it. */
const startsOf = new WeakMap<Inline, readonly number[]>();

/** The part of an inline from `start` to `end` (offsets in its `text`) without white space at its ends. */
export function sliceInline(inline: Inline, start: number, end: number): Inline {
  const { from, to } = trimmed(inline.text, Math.max(start, 0), Math.min(end, inline.text.length));
  const inside = <Kind extends Span>(spans: readonly Kind[]): Kind[] =>
    spans.filter(({ location }) => location.offset - inline.location.offset >= from && location.endOffset - inline.location.offset <= to);
  const codes = inside(inline.codes);
  const strongs = inside(inline.strongs);
  const links = inside(inline.links);
  const text = inline.text.slice(from, to);
  const whole = from === 0 && to === inline.text.length;
  const plain = whole ? inline.plain : plainText(text, inline.location.offset + from, [...codes, ...strongs, ...links]);
  return { text, plain, location: locate(inline, from, to), codes, strongs, links };
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
  const starts = startsOf.get(inline) ?? lineStarts(inline.text);
  startsOf.set(inline, starts);
  const position = (offset: number): { line: number; column: number } => {
    const index = lineIndex(starts, offset);
    return { line: inline.location.line + index, column: offset - (starts[index] ?? 0) + (index === 0 ? inline.location.column : 1) };
  };
  const first = position(from);
  const last = position(to);
  const base = inline.location.offset;
  return { path: inline.location.path, ...first, endLine: last.line, endColumn: last.column, offset: base + from, endOffset: base + to };
}

/** The words of a slice: the outermost spans by their content, everything else as it stands. */
function plainText(text: string, base: number, spans: readonly Span[]): string {
  const ordered = [...spans].sort((one, other) => one.location.offset - other.location.offset || other.location.endOffset - one.location.endOffset);
  let plain = "";
  let at = 0;
  for (const span of ordered) {
    const start = span.location.offset - base;
    if (start < at) continue;
    plain += text.slice(at, start) + span.text;
    at = span.location.endOffset - base;
  }
  return (plain + text.slice(at)).replace(/\\(?=[\p{P}\p{S}])/gu, "").replace(/\s+/g, " ").trim();
}
