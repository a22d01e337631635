import type { DiscoveryClaim } from "../../core/claims/claim.ts";
import type { Document, Section } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import { inlinesOf } from "../queue/entry-fields.ts";

const dated = /^\s*(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})\s*[:—–-]*\s*/;
const settledWords =
  /\b(?:promoted|queued|moved|discarded|dismissed|rejected|resolved|fixed|done|duplicate|already (?:a |in the )?(?:candidate|queue|specced)|is (?:now )?(?:a )?candidate|covered by)\b/i;
const closedHeading =
  /^(?:archive|archived|resolved|discarded|promoted|done|closed|history|template|how|about|purpose|rules|process|format)\b/i;

/** The findings of the inbox: headings of the second to fourth level that hold text and no findings of their own. */
export function discoveries(document: Document): DiscoveryClaim[] {
  return document.root.children.flatMap(findingsIn);
}

function findingsIn(section: Section): DiscoveryClaim[] {
  if (closedHeading.test(section.heading.plain)) return [];
  const nested = section.children.flatMap(findingsIn);
  const title = section.heading.plain.replace(dated, "").trim();
  if (nested.length > 0 || section.level < 2 || section.level > 4 || section.blocks.length === 0 || title === "")
    return nested;
  const words = [section.heading, ...inlinesOf(section.blocks)].map((inline) => inline.plain).join(" ");
  const key = entryKey(title);
  return [
    {
      kind: "discovery",
      document: "inbox",
      identity: key,
      text: section.heading.plain,
      location: section.heading.location,
      title,
      key,
      settled: settledWords.test(words),
    },
  ];
}
