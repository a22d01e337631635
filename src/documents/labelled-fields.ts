import type { HeaderField, Inline, Span } from "../core/document.ts";
import { quotedSlice, sliceInline } from "./slice-inline.ts";

/**
 * Splits an inline into labelled fields: `**Status:** Active` or `**Status**: Active`, each label at the start of a
 * line. A value ends where the next line starts with a label.
 */
export function labelledFields(inline: Inline): HeaderField[] {
  if (inline.strongs.length === 0) return [];
  const labels = inline.strongs.filter((strong) => isLabel(inline, strong));
  return labels.map((strong, index) => {
    const start = strong.location.offset - inline.location.offset;
    const end = (labels[index + 1]?.location.offset ?? inline.location.endOffset) - inline.location.offset;
    return field(inline, strong.text, { start, valueStart: valueStart(inline, strong), end });
  });
}

/** `Status: Draft` without markup, one a line: a label of up to four words that begins with a capital letter. */
export function plainFields(inline: Inline): HeaderField[] {
  return [...inline.text.matchAll(/^[ \t]*([A-Z][\w-]*(?: [\w-]+){0,3}):[ \t]+(\S.*)$/gm)].map((match) => {
    const end = match.index + match[0].length;
    return field(inline, match[1] ?? "", { start: match.index, valueStart: end - (match[2] ?? "").length, end });
  });
}

function field(inline: Inline, written: string, at: { start: number; valueStart: number; end: number }): HeaderField {
  const label = written
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[:：]$/, "")
    .trim();
  const value = sliceInline(inline, at.valueStart, at.end);
  return { label, key: label.toLowerCase(), value, location: quotedSlice(inline, at.start, at.end).location };
}

function isLabel(inline: Inline, strong: Span): boolean {
  const start = strong.location.offset - inline.location.offset;
  let lineStart = start;
  while (/[ \t]/.test(inline.text.charAt(lineStart - 1))) lineStart -= 1;
  if (lineStart > 0 && !/[\r\n]/.test(inline.text.charAt(lineStart - 1))) return false;
  return (
    /[:：]\s*$/.test(strong.text) ||
    /^\s*[:：]/.test(
      inline.text.slice(
        strong.location.endOffset - inline.location.offset,
        strong.location.endOffset - inline.location.offset + 8,
      ),
    )
  );
}

function valueStart(inline: Inline, strong: Span): number {
  const end = strong.location.endOffset - inline.location.offset;
  const colon = /[:：]\s*$/.test(strong.text) ? null : /^\s*[:：]/.exec(inline.text.slice(end, end + 8));
  return end + (colon?.[0].length ?? 0);
}
