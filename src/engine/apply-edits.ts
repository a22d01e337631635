import type { Edit } from "../core/finding.ts";

/**
 * Applies edits to a text. Everything outside of them stays as it is, byte for byte. Insertions at one offset keep their
 * order. Throws an `Error` for edits that overlap or leave the text: that is a slip in a rule, never in a document.
 */
export function applyEdits(text: string, edits: readonly Pick<Edit, "offset" | "endOffset" | "text">[]): string {
  const ordered = [...edits].sort((one, other) => one.offset - other.offset || one.endOffset - other.endOffset);
  let result = "";
  let at = 0;
  for (const { offset, endOffset, text: words } of ordered) {
    if (offset < at || endOffset < offset || endOffset > text.length)
      throw new Error(`an edit of ${offset} to ${endOffset} does not fit a text of ${text.length} after ${at}`);
    result += text.slice(at, offset) + words;
    at = endOffset;
  }
  return result + text.slice(at);
}
