import type { PromotionNoteClaim, SpecTarget } from "../core/claim.ts";
import type { Document, Inline } from "../core/document.ts";
import { entryKey } from "../core/entry-key.ts";
import { sliceInline } from "../documents/slice-inline.ts";
import type { PlacedInline } from "./prose.ts";
import { quoteAround, sentences, type Sentence } from "./sentences.ts";
import { specMentions } from "./spec-target.ts";

/** It happened: "was promoted intentionally into", "Explicitly promoted as", a status that begins "Promoted". */
const promoted = /(?:\b(?:was|were|is|been|got)\s+(?:\w+ly\s+)?promoted\b|^[\s\S]{0,60}?(?:^|:\s*|\*\*\s*)(?:explicitly |intentionally |already )?promoted\b)/i;
const hypothetical = /\b(?:not|never|should|could|would|may|might|must|can|will|unless|until|if|once|before|when)\s+(?:be\s+|been\s+|yet\s+|it\s+is\s+|explicitly\s+)*promoted\b/i;
const covered = /\b(?:is|are)?\s*already\s+$/i;
const leadsTo = /(?:\b(?:into|to|as|in)|->|→|=>)\s+(?:the\s+)?(?:refreshed\s+)?$/i;

/** Sentences and status fields that say into which spec a candidate was promoted, or which spec already is it. */
export function promotionNotes(document: Document, placed: PlacedInline): PromotionNoteClaim[] {
  const { inline } = placed;
  const mentions = specMentions(inline).filter((mention) => mention.targets.length === 1);
  if (mentions.length === 0) return [];
  let first = 0;
  return sentences(inline).flatMap((sentence) => {
    while ((mentions[first]?.start ?? Infinity) < sentence.start) first += 1;
    for (let index = first; (mentions[index]?.start ?? Infinity) <= sentence.end; index += 1) {
      const mention = mentions[index];
      const target = mention?.targets[0];
      if (mention === undefined || target === undefined || mention.end > sentence.end + 1) continue;
      const says = relation(inline.text.slice(sentence.start, mention.start), inline.text.slice(mention.end, mention.end + 20));
      const title = says === undefined ? undefined : subject(placed, sentence, mention.start);
      if (says === undefined || title === undefined) continue;
      return [note({ document, inline, target }, says, title)];
    }
    return [];
  });
}

function relation(before: string, after: string): PromotionNoteClaim["says"] | undefined {
  if (promoted.test(before) && leadsTo.test(before) && !hypothetical.test(before)) return "promoted";
  return covered.test(before) || /^\s+already exists\b/i.test(after) ? "covered" : undefined;
}

/** What the sentence is about: the last title in code before the target; an entry speaks of itself. */
function subject(placed: PlacedInline, sentence: Sentence, end: number): string | undefined {
  if (placed.entry !== undefined) return placed.entry.title;
  const base = placed.inline.location.offset;
  const named = placed.inline.codes.filter(
    ({ text, location }) => text.includes(" ") && !text.includes("/ ") && location.offset - base >= sentence.start && location.endOffset - base <= end,
  );
  return named.length === 1 ? named[0]?.text : undefined;
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
    kind: "promotion-note", document: source.document.role, identity: `${entryKey(title)}/note ${source.target.spec}`,
    text: sliceInline(source.inline, start, end).plain, location: source.target.location, quote: quoteAround(source.inline, start, end),
    says, title, key: entryKey(title), target: source.target,
  };
}
