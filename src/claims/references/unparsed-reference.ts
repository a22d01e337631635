import type { Inline } from "../../core/document.ts";
import { spanAt } from "../../documents/span-at.ts";

/** A stretch of text that is shaped like a spec reference but names no number. */
export interface UnparsedReference {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

const broken = /\b[Ss]pec\s+#?(\d+[A-Za-z?][\w?]*|\?{1,5}|TBD|TBA|N{3,4}|X{3,4}|#{2,4})(?![\w])/g;
/** Both ends with as many digits: "Specs 251-60" is short for 251 to 260. */
const range = /\b[Ss]pecs\s+#?(\d{2,5})\s*(?:-|–|—|to|through|until)\s*#?(\d{2,5})(?![\w?-]|\.\d)/g;
const brokenTarget = /(?:->|→|=>)\s*(?:refreshed\s+)?(?:[Ss]pec|TBD|TBA|\?{1,5})\s*(?=$|[(.,;])/g;

const none: readonly UnparsedReference[] = [];

/** References such as "Spec 24x", "Spec TBD" and "-> Spec" without a number. Ordinals and units are left alone. */
export function unparsedReferences(inline: Inline): readonly UnparsedReference[] {
  if (!/[Ss]pec|->|→|=>/.test(inline.text)) return none;
  const found: UnparsedReference[] = [];
  for (const match of inline.text.matchAll(broken)) {
    const token = match[1] ?? "";
    if (/^\d+(?:st|nd|rd|th|d|s|ms|kb|mb|gb|px|h|x\d*)$/i.test(token) && !/^\d{2,}x$/i.test(token)) continue;
    found.push({ start: match.index, end: match.index + match[0].length, reason: `“${token}” is not a spec number` });
  }
  for (const match of inline.text.matchAll(range)) {
    const [whole, from = "", to = ""] = match;
    if (from.length !== to.length || from <= to) continue;
    found.push({ start: match.index, end: match.index + whole.length, reason: "the range runs backwards" });
  }
  for (const match of inline.text.matchAll(brokenTarget)) {
    found.push({ start: match.index, end: match.index + match[0].length, reason: "no number follows" });
  }
  return found.filter((one) => spanAt(inline.codes, inline.location.offset + one.start) === undefined);
}
