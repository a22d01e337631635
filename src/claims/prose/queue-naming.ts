import type { QueueNamingClaim } from "../../core/claims/claim.ts";
import type { Document, Inline } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import { labelledFields } from "../../documents/labelled-fields.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import type { AttributedInline } from "./attributed-inlines.ts";
import { sentences } from "./sentences.ts";

const queue = String.raw`(?:(?:canonical|single|only|one|official|active|current|authoritative) )*(?:spec[- ])?candidates? (?:queue|backlog)(?! (?:rule|entr|item|section|format|table|template|lint|audit))`;
const path = String.raw`((?:[\w.-]+\/)*[\w-][\w.-]*\.(?:mdx?|markdown))`;
const own = String.raw`this (?:document|file|page|roadmap|ledger|list)`;
/** “The candidate queue is X”, “X is the canonical candidate queue”, “this document is the candidate queue”. */
const statements = [
  new RegExp(
    String.raw`\b(?:the|our) ${queue} (?:is|lives in|is kept in|is in) (?:now )?(?:the (?:file|document) )?${path}`,
    "i",
  ),
  new RegExp(String.raw`(?:^|[\s(])${path} is (?:now )?(?:the|our) ${queue}`, "i"),
  new RegExp(String.raw`\b${own} is (?:now )?(?:the|our) ${queue}`, "i"),
];
/** What makes a condition, a denial or the past of the sentence. */
const noStatement =
  /\b(?:if|when|until|once|unless|not|never|no longer|formerly|previously|was|were|would|could|should|may|might)\b/i;
const use = /^(?:use (?:this |it )?(?:document |file )?for|used for)$/;
const doNotUse = /^(?:do not|don['’]t|never) use (?:this |it )?(?:document |file )?for$|^not for$/;
const picking =
  /\b(?:pick|choos|select)\w* (?:(?:the|a|an|your|what|which) )*(?:next |active |automatic )*(?:candidate|spec|target|item|task|work)|\bcandidate (?:queue|selection|picking)\b|\bnext[- ](?:candidate|spec|target) (?:pick|selection|choice)/i;

/** The sentences and “Use for” lines of a document that say which one is the queue. */
export function queueNamings(document: Document, placed: readonly AttributedInline[]): QueueNamingClaim[] {
  return placed
    .filter(({ entry }) => entry === undefined)
    .flatMap(({ inline }) => [...inSentences(document, inline), ...inFields(document, inline)]);
}

function inSentences(document: Document, inline: Inline): QueueNamingClaim[] {
  if (!/candidate/i.test(inline.text)) return [];
  return sentences(inline).flatMap(({ start, end, text }) => {
    const words = text
      .replace(/[`*_[\]"“”]/g, " ")
      .replace(/\([^()]*\)/g, " ")
      .replace(/\s+/g, " ");
    const match = statements.map((statement) => statement.exec(words)).find((found) => found !== null);
    if (match === undefined || noStatement.test(words)) return [];
    const piece = sliceInline(inline, start, end);
    return [toClaim(document, piece, { names: match[1], isQueue: true })];
  });
}

function inFields(document: Document, inline: Inline): QueueNamingClaim[] {
  return labelledFields(inline).flatMap(({ key, value, location, label }) => {
    const isQueue = use.test(key);
    if ((!isQueue && !doNotUse.test(key)) || !picking.test(value.plain)) return [];
    return [toClaim(document, { plain: `${label}: ${value.plain}`, location }, { names: undefined, isQueue })];
  });
}

function toClaim(
  document: Document,
  { plain, location }: Pick<Inline, "plain" | "location">,
  said: Pick<QueueNamingClaim, "names" | "isQueue">,
): QueueNamingClaim {
  return {
    kind: "queue-naming",
    document: document.role,
    identity: `queue ${entryKey(said.names ?? "itself")} ${said.isQueue}`,
    text: plain.trim(),
    location,
    ...said,
  };
}
