import type { Inline } from "../../core/document.ts";
import { spanAt } from "../../documents/span-at.ts";
import { arrowSigns } from "./arrow.ts";

/** A stretch of text that is shaped like a spec reference but names no number. */
export interface UnparsedReference {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

const broken = /\b[Ss]pec\s+#?(\d+[A-Za-z?][\w?]*|\?{1,5}|TBD|TBA|N{3,4}|X{3,4}|#{2,4})(?![\w])/g;
/** Both ends with as many digits: "Specs 251-60" is short for 251 to 260. */
const range = /\b[Ss]pecs\s+#?(\d{2,5})\s*(?:-|–|—|to|through|until)\s*#?(\d{2,5})(?![\w?-]|\.\d)/g;
const brokenTarget = new RegExp(
  String.raw`${arrowSigns}\s*(?:refreshed\s+)?(?:[Ss]pec|TBD|TBA|\?{1,5})\s*(?=$|[(.,;])`,
  "g",
);
const anything = new RegExp(`[Ss]pec|${arrowSigns}`);

const none: readonly UnparsedReference[] = [];

/** References such as "Spec 24x", "Spec TBD" and "-> Spec" without a number. Ordinals and units are left alone. */
export function unparsedReferences(inline: Inline): readonly UnparsedReference[] {
  const { text } = inline;
  if (!anything.test(text)) return none;
  const targets = [...text.matchAll(brokenTarget)].map((match) => stretch(match, "no number follows"));
  return [...brokenNumbers(text), ...reversedRanges(text), ...targets].filter(
    (one) => spanAt(inline.codes, inline.location.offset + one.start) === undefined,
  );
}

function brokenNumbers(text: string): UnparsedReference[] {
  return [...text.matchAll(broken)].flatMap((match) => {
    const token = match[1] ?? "";
    const isUnit = /^\d+(?:st|nd|rd|th|d|s|ms|kb|mb|gb|px|h|x\d*)$/i.test(token) && !/^\d{2,}x$/i.test(token);
    return isUnit ? [] : [stretch(match, `“${token}” is not a spec number`)];
  });
}

function reversedRanges(text: string): UnparsedReference[] {
  return [...text.matchAll(range)].flatMap((match) => {
    const [, from = "", to = ""] = match;
    return from.length !== to.length || from <= to ? [] : [stretch(match, "the range runs backwards")];
  });
}

function stretch(match: RegExpExecArray, reason: string): UnparsedReference {
  return { start: match.index, end: match.index + match[0].length, reason };
}
