import type { Inline } from "../../core/document.ts";
import { statusOf, type Statuses } from "../../core/statuses.ts";
import type { StatusWord } from "../../core/claims/progress-claim.ts";
import { quotedSlice } from "../../documents/slice-inline.ts";

/** What ends a status when words explain it: "sellable — all parts fit", "done (May)", "live; see below". */
const separator = /\s[–—-]{1,3}\s|[(;:,.|/]|<br|->|→|⇒/;
const empty = /^(?:n\/a|none|tbd|tbc|[\s–—?.-]*)$/i;

/**
 * The status word of a cell or field: what is in code or bold at its beginning, else the words before an explanation. A symbol in front of them is the
 * status where the statuses list it and not the words. Undefined for “-” and the like.
 */
export function statusWord(cell: Inline, quote: string, statuses: Statuses): StatusWord | undefined {
  // Emoji in front of a status colour it.
  const found = cell.text.search(/[\p{L}\p{N}`*_–—?.-]/u);
  const lead = found === -1 ? cell.text.length : found;
  const words = wordsFrom(cell, lead, quote);
  if (lead === 0 || (words !== undefined && statusOf(words.text, statuses) !== undefined)) return words;
  // With its words: they may take it back.
  const isSymbol = statusOf(`${cell.text.slice(0, lead)}${words?.text ?? ""}`, statuses) !== undefined;
  return isSymbol ? { ...quotedSlice(cell, 0, lead), quote } : words;
}

function wordsFrom(cell: Inline, lead: number, quote: string): StatusWord | undefined {
  const start = cell.location.offset + lead;
  const marked = [...cell.codes, ...cell.strongs].find((span) => span.location.offset === start);
  if (marked !== undefined && !empty.test(marked.text.trim()))
    return { text: marked.text.trim(), location: marked.location, quote };
  const end = cell.text.slice(lead).search(separator);
  const words = quotedSlice(cell, lead, end === -1 ? cell.text.length : lead + end);
  return empty.test(words.text) ? undefined : { text: words.text, location: words.location, quote };
}
