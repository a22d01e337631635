import type { SpecTarget } from "../../core/claims/claim.ts";
import type { Inline } from "../../core/document.ts";
import { quotedSlice } from "../../documents/slice-inline.ts";
import { arrowSigns } from "./arrow.ts";
import { specMentions, specNumber, targetOfPath } from "./spec-target.ts";

/** A number alone, as it may follow an arrow: 912, #912, S-912, [912], No. 912, `912`, 912-seat-maps, and the time of day that Spec Kit counts by. */
const bareNumber =
  /^(?:(?:refreshed|existing|new)\s+)?[`*_[(]*(?:(?:#|S-|(?:No|Nr|Num)\b\.?\s*|№\s*|n°\s*|(?:specs?(?:ification)?|spezifikation|spécification|especificación|especificação|features?|仕様|规格|規格)[:_-]?\s*)[`*_]*#?)?(\d{8}-\d{6}|\d{3,5}|(?<=[#-])\d{2})(?:-(\p{L}[\p{L}\p{N}_-]*))?(?![\w-]|[.,]\d)/iu;
/** What may be a number at the end of a line, in parentheses or after a colon: "Seat maps (912)", "Seat maps: 912". */
const lastWords = /[(:]\s*([^\s(:][^(:\n]{1,60})$/;
const inParentheses = /\(\s*((?:\d{8}-\d{6}|\d{3,5})-[\p{L}\p{N}][\p{L}\p{N}_-]*)\s*\)/u;
const belowSpecs = /(?<![\w/.:-])(?:[\w.-]+\/)*specs\/(?:\d{8}-\d{6}|\d{3,5})-[\p{L}\p{N}][\p{L}\p{N}_-]*/u;
const arrow = new RegExp(String.raw`\s${arrowSigns}\s*`);

/** The spec that a number alone names at an offset of an inline's text. */
export function numberAt(inline: Inline, from: number): { target: SpecTarget; end: number } | undefined {
  const match = bareNumber.exec(inline.text.slice(from));
  const [, digits, slug] = match ?? [];
  if (match === null || digits === undefined) return undefined;
  const end = from + match[0].length;
  const named = slug === undefined ? digits : `${digits}-${slug}`;
  return { target: { ...quotedSlice(inline, end - named.length, end), spec: specNumber(digits), digits, slug }, end };
}

/**
 * The specs that a line begins with, and where the last of them ends: “Spec 912: Seat maps”, “912 – Seat maps”, “012 Seat maps”. A number without a separator
 * counts only with a zero in front: “404 page” is a title, and 2026 a year.
 */
export function leadingTargets(inline: Inline): { targets: readonly SpecTarget[]; end: number } | undefined {
  const indent = /^[\s`*_[(]*/.exec(inline.text)?.[0].length ?? 0;
  const mention = specMentions(inline).find(({ start, targets }) => start <= indent && targets.length > 0);
  if (mention !== undefined) return { targets: mention.targets, end: mention.end };
  const found = numberAt(inline, 0);
  if (found === undefined || /^(?:19|20)\d\d$/.test(found.target.digits ?? "")) return undefined;
  const isSetOff = /^[`*_\])]*\s*(?:[:·|–—]|-\s)/.test(inline.text.slice(found.end));
  return isSetOff || found.target.digits?.startsWith("0") === true
    ? { targets: [found.target], end: found.end }
    : undefined;
}

function numberAtEnd(inline: Inline): ReturnType<typeof numberAt> {
  const words = lastWords.exec(inline.text.slice(-64))?.[1];
  const found = words === undefined ? undefined : numberAt(inline, inline.text.length - words.length);
  return found !== undefined && /^[`*_)\].\s]*$/.test(inline.text.slice(found.end)) ? found : undefined;
}

/**
 * The spec that the line of a promoted entry, or the value of a field for it, names otherwise than in words: by a number behind its arrow, or by the
 * directory in code, in a link, in parentheses or as a path.
 */
export function plainTarget(inline: Inline): SpecTarget | undefined {
  const at = arrow.exec(inline.text);
  const numbered = at === null ? numberAtEnd(inline) : numberAt(inline, at.index + at[0].length);
  return numbered?.target ?? inSpans(inline) ?? inWords(inline, inParentheses) ?? inWords(inline, belowSpecs);
}

function inSpans(inline: Inline): SpecTarget | undefined {
  const spans = [
    ...inline.codes.map((code) => ({ ...code, path: code.text })),
    ...inline.links.map((link) => ({ ...link, path: link.url })),
  ];
  for (const { text, location, path } of spans) {
    const found = /^[^/:]*$|^[^:]*\bspecs\//.test(path) ? targetOfPath(path) : undefined;
    if (found !== undefined) return { ...found, text, location };
  }
  return undefined;
}

function inWords(inline: Inline, pattern: RegExp): SpecTarget | undefined {
  const match = pattern.exec(inline.text);
  const path = match?.[1] ?? match?.[0];
  const found = path === undefined ? undefined : targetOfPath(path);
  if (match === null || path === undefined || found === undefined) return undefined;
  const start = match.index + match[0].indexOf(path);
  return { ...found, ...quotedSlice(inline, start, start + path.length) };
}
