import type { Candidate, IntentClaim } from "../../core/claims/claim.ts";
import type { Inline } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import type { AttributedInline } from "../prose/attributed-inlines.ts";
import { sentences } from "../prose/sentences.ts";
import { namesIn } from "./entry-name.ts";

const queue = String.raw`(?:the|this|our) (?:active|automatic|auto-prep) (?:candidate |spec )?(?:queue|section|list|backlog)\b`;
/** Words that keep what is before them out of the active queue. */
const kept = [
  String.raw`\b(?:remains?|stays?|(?:be|is|are) kept|kept|lives?|belongs?|sits?|be|is|are) (?:strictly |well |deliberately )?(?:outside|out|off|away)(?: of| from)? ${queue}`,
  String.raw`\b(?:do not|does not|don't|doesn't|must not|should not|shall not|may not|cannot|can't|never) (?:belong|be|go|enter|appear|be (?:put|listed|placed|added|moved|promoted)|be part)(?: in| into| to| on| of| inside)? ${queue}`,
  String.raw`\b(?:gehör(?:t|en) nicht|bleib(?:t|en) außerhalb|(?:darf|dürfen|soll|sollen) nicht)(?: in| auf)? (?:die|der) aktive[nr]? (?:warteschlange|queue|liste)\b`,
].map((words) => new RegExp(words, "i"));
const condition = /\b(?:if|when|once|until|unless|whenever|except|only|unlike|while|wenn|bis|solange|außer)\b/i;
const itself = /^(?:this|it|the (?:entry|candidate|item)|diese[rs]?|es)\b/i;
/** The label of a field, and marks. */
const lead = /^[^\p{L}]*(?:\p{L}[\p{L} ]{0,24}[*_]{0,2}:)?[^\p{L}]*/u;

/** What sentences of the queue keep out of its active section: “Items such as `Tax file` should remain outside the active queue”. */
export function exclusions(placed: readonly AttributedInline[], candidates: readonly Candidate[]): IntentClaim[] {
  const active = candidates.filter(({ role }) => role === "active");
  if (active.length === 0) return [];
  return placed
    .filter(({ inline, lead }) => /activ|aktiv|auto/i.test(`${lead?.text ?? ""} ${inline.text}`))
    .flatMap((one) => [
      ...inList(one, active),
      ...sentences(one.inline).flatMap((sentence) => inSentence(one, sentence, active)),
    ]);
}

/** “These stay outside the active queue:” above a list. */
function inList({ lead, part, inline }: AttributedInline, active: readonly Candidate[]): IntentClaim[] {
  if (lead === undefined || !("kind" in part) || part.content !== inline || !says(lead.plain)) return [];
  const item = `${entryKey(inline.plain)} `;
  return active.filter(({ key }) => item.startsWith(`${key} `)).map((one) => claimOf(one, inline));
}

function says(text: string): RegExpExecArray | undefined {
  const words = text.replace(/\s/g, " ");
  return condition.test(words)
    ? undefined
    : (kept.map((one) => one.exec(words)).find((one) => one !== null) ?? undefined);
}

function inSentence(
  { inline, entry }: AttributedInline,
  { start, end, text }: ReturnType<typeof sentences>[number],
  active: readonly Candidate[],
): IntentClaim[] {
  const match = says(text);
  if (match === undefined) return [];
  const before = ` ${entryKey(text.slice(0, match.index))} `;
  const from = inline.location.offset + start;
  const marked = new Set(
    namesIn(inline)
      .filter(({ location }) => location.offset >= from && location.endOffset <= from + match.index)
      .map(({ key }) => key),
  );
  const named = active.filter(({ key }) => marked.has(key) || (key.includes(" ") && before.includes(` ${key} `)));
  const subjects =
    named.length === 0 && entry?.role === "active" && itself.test(text.replace(lead, "")) ? [entry] : named;
  const piece = sliceInline(inline, start, end);
  return subjects.map((subject) => claimOf(subject, piece));
}

function claimOf(
  { title, key, role }: Candidate,
  { plain, location }: Pick<Inline, "plain" | "location">,
): IntentClaim {
  return {
    kind: "intent",
    document: "queue",
    identity: `${key}/outside`,
    text: plain,
    location,
    automatic: false,
    isExclusion: true,
    title,
    key,
    role,
  };
}
