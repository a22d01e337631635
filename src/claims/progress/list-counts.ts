import type { CountClaim } from "../../core/claims/claim.ts";
import type { Document, Inline } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import { walkSections } from "../../documents/walk-sections.ts";

const numerals =
  "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
/** "These nine candidates were removed:", "The following 4 entries are deferred:". Nothing that may announce a list of something else, such as reasons. */
const announcement = new RegExp(
  String.raw`\b(?:these|the following|following)\s+(\d{1,4}|${numerals.join("|")})\s+(?:\p{L}[\p{L}-]*\s+){0,2}(?:candidates|entries|items|specs|duplicates)(?:\s+(?:were|are|have been|remain|stay))?(?:\s+(?:now|already|explicitly|therefore|still))?(?:\s+(?:removed|cleared|dropped|closed|deleted|superseded|retired|withdrawn|rejected|covered|deferred|parked|active|open|queued|left|promoted|specced))?(?:\s+(?:here|below|today|again|from (?:the|this) (?:active )?(?:queue|list|backlog|section)))?\s*:\s*$`,
  "iu",
);

/** How many items the sentence above a list says that it has. */
export function listCounts(document: Document): CountClaim[] {
  return [...walkSections(document.root)].flatMap(({ blocks }) =>
    blocks.flatMap((block, index): CountClaim[] => {
      const list = blocks[index + 1];
      if (block.kind !== "paragraph" || list?.kind !== "list") return [];
      return countAbove(document, block.content, list.items.length);
    }),
  );
}

function countAbove(document: Document, inline: Inline, listed: number): CountClaim[] {
  const match = announcement.exec(inline.text);
  const written = match?.[1];
  if (match === null || written === undefined) return [];
  const start = match.index + match[0].indexOf(written);
  const piece = sliceInline(inline, start, start + written.length);
  const quote = sliceInline(inline, match.index, inline.text.length).plain;
  const count = /\d/.test(written) ? Number(written) : numerals.indexOf(written.toLowerCase()) + 2;
  return [
    {
      kind: "count",
      document: document.role,
      identity: `count list ${entryKey(quote.replace(written, ""))}`,
      text: piece.plain,
      location: piece.location,
      quote,
      subject: "listed",
      listed,
      count,
      digits: { text: written, location: piece.location },
    },
  ];
}
