import type { EmptyQueueClaim } from "../../core/claims/claim.ts";
import type { Inline, Section } from "../../core/document.ts";
import { Phrases } from "../../core/phrases.ts";
import type { Settings } from "../../core/settings.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import { sentences } from "../prose/sentences.ts";
import { inlinesOf } from "./entry-fields.ts";

const numbers: Readonly<Record<string, number>> = {
  no: 0,
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const numeral = "no|\\d{1,4}|zero|one|two|three|four|five|six|seven|eight|nine|ten";
/** What may follow, so that the whole queue is meant: the end, a pause, the place, the time or the cause; not "for P0". */
const wholeQueue = String.raw`(?=\s*(?:$|[.!?,;:()–—]|(?:in|on|inside|within) (?:the|this|our) (?:(?:active|candidate|current) )*(?:queue|section|backlog|list)\b|(?:here|now|currently|today|again|at|as|after|because|since|and)\b))`;
const adjective =
  "active|open|queued|current|safe|automatic|automatically|auto-prep|eligible|selectable|pickable|valid|suitable|unspecced|next|best|next-best|next-best-prep|spec|candidate";
const noun = "(?:candidates?|entries|entry|items?|targets?|work)";
/** Adjectives that leave the whole queue meant: "no safe automatic next target", but not "no manual target". */
const anyEntry = `(?:(?:${adjective}) ){0,6}${noun}`;
const place = "(?:(?:active|candidate|spec|automatic|auto-prep|current) ){0,3}(?:queue|section|backlog|list)";
const when = "(?:(?:currently|now|again|at present|today) )?";
const emptyStatements = [
  String.raw`(?:^|\b(?:the|this|our) )${place} is ${when}empty`,
  String.raw`\bno ${anyEntry} ${when}(?:remains?|(?:is|are) (?:left|queued|open)|left)`,
  String.raw`\bthere (?:is|are) ${when}no (?:active|open|queued) ${anyEntry}`,
  String.raw`\bnothing (?:is (?:left|queued|open)|remains|left)`,
].map((words) => new RegExp(words + wholeQueue, "i"));
const countStatements = [
  String.raw`\b(${numeral}) (?:(?:only|more|${adjective}) ){1,6}${noun} ${when}(?:remains?|(?:is|are) (?:left|open|queued))${wholeQueue}`,
  String.raw`\b(${numeral}) (?:active|open) ${noun} in (?:the|this) (?:active )?(?:queue|section)\b`,
  String.raw`(?:^|\b(?:the|this|our) )${place} ${when}(?:holds|has|contains|lists|keeps) ${when}(?:only )?(${numeral}) ${anyEntry}${wholeQueue}`,
].map((words) => new RegExp(words, "i"));
/** Words with which only those are counted that a picker may take. */
const pickable =
  /\b(?:safe|automatic|automatically|auto-prep|eligible|selectable|pickable|next|next-best|next-best-prep)\b/i;
/** Words that make the sentence a condition, a rule or an exception instead of a statement. */
const noStatement =
  /\b(?:if|when|once|until|unless|whenever|except|besides|apart from|other than|save for|but for|at most|at least|up to|(?:fewer|less|more) than|about|roughly|never|should|must|keep|cap|limit|maximum|minimum)\b/i;
const bareStatement =
  /^[\s(_*]*(?:none|nothing|empty|no (?:active )?(?:candidates|entries|items))(?:\s+(?:yet|now|at the moment|right now|currently))?[\s)_*.]*$/i;

/** What an active section says about how full it is. */
export function fullness(section: Section, { phrases }: Pick<Settings, "phrases">): EmptyQueueClaim[] {
  const empty = new Phrases(phrases.empty);
  const bare = inlinesOf(section.blocks).filter(({ plain }) => bareStatement.test(plain) || empty.are(plain));
  const spoken = section.blocks
    .flatMap((block) => (block.kind === "paragraph" ? [block.content] : []))
    .filter((inline) => !bare.includes(inline))
    .flatMap((inline) =>
      sentences(inline).flatMap((sentence) => {
        const count = empty.are(sentence.text) ? 0 : countIn(sentence.text);
        return count === undefined ? [] : [toClaim(inline, sentence, count)];
      }),
    );
  return [...spoken, ...bare.map((inline) => toClaim(inline, { start: 0, end: inline.text.length }, 0))];
}

function toClaim(inline: Inline, at: { start: number; end: number }, count: number): EmptyQueueClaim {
  const piece = sliceInline(inline, at.start, at.end);
  return {
    kind: "empty-queue",
    document: "queue",
    identity: "fullness",
    text: piece.plain,
    location: piece.location,
    count,
    // Who finds none that is safe looked at all that are there.
    ...(count > 0 && pickable.test(piece.plain) ? { pickable: true } : {}),
  };
}

function countIn(sentence: string): number | undefined {
  const words = sentence.replace(/[`*_]/g, "").replace(/\s+/g, " ").trim();
  if (noStatement.test(words)) return undefined;
  if (emptyStatements.some((statement) => statement.test(words))) return 0;
  const count = countStatements.map((statement) => statement.exec(words)?.[1]?.toLowerCase()).find((one) => one);
  return count === undefined ? undefined : (numbers[count] ?? Number(count));
}
