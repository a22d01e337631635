import type { Candidate, Claim } from "../../core/claims/claim.ts";
import type { DocumentRole, Inline } from "../../core/document.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import type { AttributedInline } from "./attributed-inlines.ts";
import { quoteAround } from "./sentences.ts";
import type { SpecMention } from "../references/spec-target.ts";
import { unparsedReferences } from "../references/unparsed-reference.ts";

/** The part of an identity that says who speaks: the entry, or nobody. The heading above may be renamed at any time. */
export function scopeOf({ entry }: Pick<AttributedInline, "entry">): string {
  return entry?.key ?? "";
}

/** Who speaks: an entry or nobody, in which document; and the specs that are mentioned. */
interface ProseContext {
  readonly entry: Candidate | undefined;
  readonly role: DocumentRole;
  readonly mentions: readonly SpecMention[];
}

/** References to specs and ranges of specs in running text. */
export function specReferences(inline: Inline, { entry, role, mentions: found }: ProseContext): readonly Claim[] {
  const shaped = unparsedReferences(inline);
  if (found.length === 0 && shaped.length === 0) return [];
  const scope = scopeOf({ entry });
  const base = { document: role } as const;
  const mentions = found.flatMap((mention): Claim[] => {
    const quote = quoteAround(inline, mention.start, mention.end);
    if (mention.range !== undefined) {
      const piece = sliceInline(inline, mention.start, mention.end);
      const { from, to } = mention.range;
      return [
        {
          kind: "range",
          ...base,
          identity: `${scope}/specs ${from}-${to}`,
          text: piece.plain,
          location: piece.location,
          quote,
          from,
          to,
        },
      ];
    }
    return mention.targets.map((target) => ({
      kind: "spec-reference",
      ...base,
      identity: `${scope}/spec ${target.spec}`,
      text: target.text,
      location: target.location,
      quote,
      target,
      entry: entry?.key,
    }));
  });
  const unparsed = shaped.map(({ start, end, reason }): Claim => {
    const piece = sliceInline(inline, start, end);
    return {
      kind: "unparsed-reference",
      ...base,
      identity: `${scope}/${piece.plain}`,
      text: piece.plain,
      location: piece.location,
      quote: quoteAround(inline, start, end),
      reason,
    };
  });
  return [...mentions, ...unparsed];
}
