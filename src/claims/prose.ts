import type { Candidate, Claim } from "../core/claim.ts";
import type { Document, DocumentRole, Inline } from "../core/document.ts";
import type { Settings } from "../core/settings.ts";
import { sliceInline } from "../documents/slice-inline.ts";
import { walkSections } from "../documents/walk-sections.ts";
import { inlinesOf } from "./entry-fields.ts";
import { quoteAround } from "./sentences.ts";
import { specMentions } from "./spec-target.ts";
import { unparsedReferences } from "./unparsed-reference.ts";

/** An inline of a document with where it stands. */
export interface PlacedInline {
  readonly inline: Inline;
  /** The heading that it stands under, or that it is. */
  readonly heading: Inline;
  /** The innermost entry whose extent holds it. */
  readonly entry: Candidate | undefined;
}

/** The inlines of each document as they were placed last. */
const lastPlaced = new WeakMap<Settings, Map<string, readonly PlacedInline[]>>();

/** Every inline of a document in order: headings, paragraphs, bullets, table cells. What has not even moved since the last version of the document is the very same object. */
export function placedInlines(document: Document, candidates: readonly Candidate[], settings: Settings): readonly PlacedInline[] {
  const documents = lastPlaced.get(settings) ?? new Map<string, readonly PlacedInline[]>();
  const before = documents.get(document.path);
  const placed: PlacedInline[] = [];
  let next = 0;
  const place = (inline: Inline, heading: Inline): void => {
    const offset = inline.location.offset;
    while ((candidates[next]?.extent.endOffset ?? Infinity) <= offset) next += 1;
    const candidate = candidates[next];
    const entry = candidate !== undefined && candidate.extent.offset <= offset ? candidate : undefined;
    const known = before?.[placed.length];
    placed.push(known !== undefined && known.inline === inline && known.entry === entry && known.heading === heading ? known : { inline, heading, entry });
  };
  for (const { level, heading, blocks } of walkSections(document.root)) {
    if (level > 0) place(heading, heading);
    for (const inline of inlinesOf(blocks)) place(inline, heading);
  }
  lastPlaced.set(settings, documents.set(document.path, placed));
  return placed;
}

/** The part of an identity that says who speaks: the entry, or nobody. The heading above may be renamed at any time. */
export function scopeOf({ entry }: Pick<PlacedInline, "entry">): string {
  return entry?.key ?? "";
}

/** Who speaks: an entry or nobody, in which document. */
interface Speaker {
  readonly entry: Candidate | undefined;
  readonly role: DocumentRole;
}

/** References to specs and ranges of specs in running text. */
export function specReferences(inline: Inline, { entry, role }: Speaker): readonly Claim[] {
  const [found, shaped] = [specMentions(inline), unparsedReferences(inline)];
  if (found.length === 0 && shaped.length === 0) return [];
  const scope = scopeOf({ entry });
  const base = { document: role } as const;
  const mentions = found.flatMap((mention): Claim[] => {
    const quote = quoteAround(inline, mention.start, mention.end);
    if (mention.range !== undefined) {
      const piece = sliceInline(inline, mention.start, mention.end);
      const { from, to } = mention.range;
      return [{ kind: "range", ...base, identity: `${scope}/specs ${from}-${to}`, text: piece.plain, location: piece.location, quote, from, to }];
    }
    return mention.targets.map((target) => ({
      kind: "spec-reference", ...base, identity: `${scope}/spec ${target.spec}`, text: target.text, location: target.location, quote,
      target, entry: entry?.key,
    }));
  });
  const unparsed = shaped.map(({ start, end, reason }): Claim => {
    const piece = sliceInline(inline, start, end);
    return {
      kind: "unparsed-reference", ...base, identity: `${scope}/${piece.plain}`, text: piece.plain, location: piece.location,
      quote: quoteAround(inline, start, end), reason,
    };
  });
  return [...mentions, ...unparsed];
}
