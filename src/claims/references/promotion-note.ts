import type { PromotionNoteClaim, SpecTarget } from "../../core/claims/claim.ts";
import type { Document, Inline, Span } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import { spansBetween } from "../../documents/span-at.ts";
import type { AttributedInline } from "../prose/attributed-inlines.ts";
import { quoteAround, sentences, type Sentence } from "../prose/sentences.ts";
import { arrowSigns } from "./arrow.ts";
import type { SpecMention } from "./spec-target.ts";

/** It happened: "was promoted intentionally into", "Explicitly promoted as", a status that begins "Promoted". */
const promoted = [
  /\b(?:was|were|is|been|got)\s+(?:\w+ly\s+)?promoted\b/i,
  /^[\s\S]{0,60}?(?:^|:\s*|\*\*\s*)(?:explicitly |intentionally |already )?promoted\b/i,
];
const hypothetical =
  /\b(?:not|never|should|could|would|may|might|must|can|will|unless|until|if|once|before|when)\s+(?:be\s+|been\s+|yet\s+|it\s+is\s+|explicitly\s+)*promoted\b/i;
const covered = /\b(?:is|are)?\s*already\s+$/i;
const leadsTo = new RegExp(String.raw`(?:\b(?:into|to|as|in)|${arrowSigns})\s+(?:the\s+)?(?:refreshed\s+)?$`, "i");

/** Sentences and status fields that say into which spec a candidate was promoted, or which spec already is it. */
export function promotionNotes(
  document: Document,
  placed: AttributedInline,
  mentioned: readonly SpecMention[],
): PromotionNoteClaim[] {
  const { inline } = placed;
  const mentions = mentioned.filter((mention) => mention.targets.length === 1);
  if (mentions.length === 0) return [];
  let first = 0;
  return sentences(inline).flatMap((sentence) => {
    while ((mentions[first]?.start ?? Infinity) < sentence.start) first += 1;
    let beyond = first;
    while ((mentions[beyond]?.start ?? Infinity) <= sentence.end) beyond += 1;
    const own = mentions.slice(first, beyond).filter(({ end }) => end <= sentence.end + 1);
    return own.length === 0 ? [] : noteOf(sentence, own, { document, placed });
  });
}

interface PlacedText {
  readonly document: Document;
  readonly placed: AttributedInline;
}

/** What a sentence says of the first spec in it of which it says something. */
function noteOf(
  sentence: Sentence,
  mentions: readonly SpecMention[],
  { document, placed }: PlacedText,
): PromotionNoteClaim[] {
  const { inline } = placed;
  const promotion = promotionIn(sentence);
  const named = titlesIn(placed, sentence);
  for (const mention of mentions) {
    const [target] = mention.targets;
    const says = relation(inline, { start: sentence.start, promotion, mention });
    const title = says && subject(placed, named(), mention.start);
    if (target !== undefined && says !== undefined && title !== undefined)
      return [note({ document, inline, target }, says, title)];
  }
  return [];
}

/** Where a sentence has said that something was promoted, and where that it was only thought of; Infinity when it does not. */
interface Promotion {
  readonly said: number;
  readonly hypothetical: number;
}

/** Once for a sentence, however many specs it names: what counts for one of them is whether it is before it. */
function promotionIn({ start, text }: Sentence): Promotion {
  const endOf = (pattern: RegExp): number => {
    const match = pattern.exec(text);
    return match === null ? Infinity : start + match.index + match[0].length;
  };
  const said = Math.min(...promoted.map(endOf));
  return { said, hypothetical: said === Infinity ? Infinity : endOf(hypothetical) };
}

function relation(
  { text }: Inline,
  {
    start,
    promotion,
    mention,
  }: { readonly start: number; readonly promotion: Promotion; readonly mention: SpecMention },
): PromotionNoteClaim["says"] | undefined {
  const before = wordsBefore(text, start, mention.start);
  if (promotion.said <= mention.start && promotion.hypothetical > mention.start && leadsTo.test(before))
    return "promoted";
  return covered.test(before) || /^\s+already exists\b/i.test(text.slice(mention.end, mention.end + 20))
    ? "covered"
    : undefined;
}

/** The last words of [start, end), of which the patterns ask for three; marks and links between them are spaces. */
function wordsBefore(text: string, start: number, end: number): string {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last -= 1;
  return text.slice(Math.max(start, last - 100), last) + (last < end ? " " : "");
}

/** What the sentence is about: the last title in code before the target; an entry speaks of itself. */
function subject({ inline, entry }: AttributedInline, named: readonly Span[], end: number): string | undefined {
  if (entry !== undefined) return entry.title;
  const [only, next] = named;
  const isBefore = (code: Span | undefined): boolean =>
    code !== undefined && code.location.endOffset - inline.location.offset <= end;
  return isBefore(only) && !isBefore(next) ? only?.text : undefined;
}

/** The titles in code of a sentence, looked for when they are asked for. */
function titlesIn({ inline }: AttributedInline, sentence: Sentence): () => readonly Span[] {
  const base = inline.location.offset;
  let found: readonly Span[] | undefined;
  return () =>
    (found ??= spansBetween(inline.codes, base + sentence.start, base + sentence.end).filter(
      ({ text }) => text.includes(" ") && !text.includes("/ "),
    ));
}

interface Source {
  readonly document: Document;
  readonly inline: Inline;
  readonly target: SpecTarget;
}

function note(source: Source, says: PromotionNoteClaim["says"], title: string): PromotionNoteClaim {
  const start = source.target.location.offset - source.inline.location.offset;
  const end = source.target.location.endOffset - source.inline.location.offset;
  return {
    kind: "promotion-note",
    document: source.document.role,
    identity: `${entryKey(title)}/note ${source.target.spec}`,
    text: sliceInline(source.inline, start, end).plain,
    location: source.target.location,
    quote: quoteAround(source.inline, start, end),
    says,
    title,
    key: entryKey(title),
    target: source.target,
  };
}
