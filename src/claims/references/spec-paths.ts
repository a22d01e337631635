import type { Claim, SpecTarget } from "../../core/claims/claim.ts";
import type { Document, Inline } from "../../core/document.ts";
import { wordKey } from "../../core/entry-key.ts";
import type { Settings } from "../../core/settings.ts";
import { quotedSlice } from "../../documents/slice-inline.ts";
import { spanAt } from "../../documents/span-at.ts";
import type { AttributedInline } from "../prose/attributed-inlines.ts";
import { scopeOf } from "../prose/prose.ts";
import { quoteAround } from "../prose/sentences.ts";
import { isAhead, wordsAbove } from "../prose/work-ahead.ts";
import type { AbsenceReader } from "./absence.ts";
import { pathIn } from "./path-in-code.ts";
import { targetOfPath } from "./spec-target.ts";

interface Surroundings {
  readonly document: Document;
  readonly placed: AttributedInline;
  readonly absence: AbsenceReader;
  readonly settings: Settings;
}

/** The directory of a spec, with nothing behind its name but a slash. */
const directory =
  /(?<![\p{L}\p{N}_/.:@~-])(?:\.{0,2}\/)*(?:[\w-]+\/){0,3}specs\/(?:\d{8}-\d{6}|\d{3,5})-\p{L}[\p{L}\p{N}_-]*(?![\p{L}\p{N}_*<{[]|\/[^\s)\].,;:]|\.\w)/giu;

/** The specs that a text names by their directories: `specs/912-seat-maps` in code, and specs/912-seat-maps/ in words. Paths that are cited as such are left out. */
export function specPaths(context: Surroundings): Claim[] {
  const { inline } = context.placed;
  if (!/specs\/\d/i.test(inline.text)) return [];
  return [...inline.text.matchAll(directory)].flatMap((match): Claim[] => {
    const target = targetAt(inline, match.index, match[0]);
    return target === undefined || isAbsent(context, target) ? [] : [referenceTo(context, target)];
  });
}

function targetAt(inline: Inline, start: number, path: string): SpecTarget | undefined {
  const offset = inline.location.offset + start;
  const found = targetOfPath(path);
  if (found === undefined || spanAt(inline.links, offset) !== undefined) return undefined;
  const code = spanAt(inline.codes, offset);
  if (code === undefined) return { ...found, ...quotedSlice(inline, start, start + path.length) };
  return code.text.replace(/\/$/, "") === path && pathIn(code.text, "prose") === undefined
    ? { ...found, text: code.text, location: code.location }
    : undefined;
}

function isAbsent({ document, placed, absence, settings }: Surroundings, { location }: SpecTarget): boolean {
  // A column for specs names them, whatever the other cells say.
  const isNamed = settings.columns.spec.map(wordKey).includes(wordKey(placed.header?.plain ?? ""));
  if (!isNamed && isAhead(placed, document.role, settings)) return true;
  const { offset, endOffset } = location;
  const above = wordsAbove(placed);
  return absence.absenceOf({ inline: placed.inline, offset, endOffset, isProse: true, above }) !== undefined;
}

function referenceTo({ document, placed }: Surroundings, target: SpecTarget): Claim {
  const { inline, entry } = placed;
  const start = target.location.offset - inline.location.offset;
  const { text, location } = target;
  return {
    kind: "spec-reference",
    document: document.role,
    identity: `${scopeOf(placed)}/spec ${target.spec}`,
    text,
    location,
    quote: quoteAround(inline, start, location.endOffset - inline.location.offset),
    target,
    entry: entry?.key,
  };
}
