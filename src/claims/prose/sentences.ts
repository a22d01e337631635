import type { Inline } from "../../core/document.ts";
import { plainSlice } from "../../documents/slice-inline.ts";
import { spanAt } from "../../documents/span-at.ts";

/** A sentence of an inline. Offsets count in `Inline.text`. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Splits at full stops, exclamation and question marks that white space follows, outside code spans. */
export function sentences(inline: Inline): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  for (const match of inline.text.matchAll(/[.!?](?=\s|$)/g)) {
    const end = match.index + 1;
    const offset = inline.location.offset + match.index;
    if (spanAt(inline.codes, offset) !== undefined) continue;
    found.push({ start, end, text: inline.text.slice(start, end) });
    start = end;
  }
  if (inline.text.slice(start).trim() !== "")
    found.push({ start, end: inline.text.length, text: inline.text.slice(start) });
  return found;
}

/** The words at [start, end) with up to 60 characters on each side, cut at spaces and marked with "…". */
export function quoteAround(inline: Inline, start: number, end: number): string {
  const from = start <= 60 ? 0 : inline.text.indexOf(" ", start - 60) + 1;
  const cut = inline.text.length - end <= 60 ? inline.text.length : inline.text.lastIndexOf(" ", end + 60);
  const until = Math.max(cut, end);
  const words = plainSlice(inline, Math.min(from, start), until);
  return `${from > 0 ? "…" : ""}${words}${until < inline.text.length ? "…" : ""}`;
}
