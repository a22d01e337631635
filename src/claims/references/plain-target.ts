import type { SpecTarget } from "../../core/claims/claim.ts";
import type { Inline } from "../../core/document.ts";
import { quotedSlice } from "../../documents/slice-inline.ts";
import { specNumber, targetOfPath } from "./spec-target.ts";

/** A number alone, as it may follow an arrow: 912, #912, S-912, [912], and the time of day that Spec Kit counts by. */
const bareNumber = /^(?:(?:refreshed|existing|new)\s+)?[`*_[]*(?:#|S-|No\.?\s*)?(\d{8}-\d{6}|\d{3,5})(?![\w-]|[.,]\d)/i;
const inParentheses = /\(\s*((?:\d{8}-\d{6}|\d{3,5})-[\p{L}\p{N}][\p{L}\p{N}_-]*)\s*\)/u;
const belowSpecs = /(?<![\w/.:-])(?:[\w.-]+\/)*specs\/(?:\d{8}-\d{6}|\d{3,5})-[\p{L}\p{N}][\p{L}\p{N}_-]*/u;
const arrow = /\s(?:->|→|=>|⟶|➜)\s*/;

/** The spec that a number alone names at an offset of an inline's text. */
export function numberAt(inline: Inline, from: number): { target: SpecTarget; end: number } | undefined {
  const match = bareNumber.exec(inline.text.slice(from));
  const digits = match?.[1];
  if (match === null || digits === undefined) return undefined;
  const end = from + match[0].length;
  const piece = quotedSlice(inline, end - digits.length, end);
  return { target: { ...piece, spec: specNumber(digits), digits, slug: undefined }, end };
}

/**
 * The spec that the line of a promoted entry, or the value of a field for it, names otherwise than in words: by a number behind its arrow, or by the
 * directory in code, in a link, in parentheses or as a path.
 */
export function plainTarget(inline: Inline): SpecTarget | undefined {
  const at = arrow.exec(inline.text);
  const numbered = at === null ? undefined : numberAt(inline, at.index + at[0].length);
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
