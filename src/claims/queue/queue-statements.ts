import type { BoundaryClaim, Claim, EmptyQueueClaim } from "../../core/claims/claim.ts";
import type { Inline, Section } from "../../core/document.ts";
import type { Settings } from "../../core/settings.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import { fieldsOfInline, inlinesOf } from "./entry-fields.ts";
import type { QueueSection } from "./queue-sections.ts";
import { sentences } from "../prose/sentences.ts";

const noAutomaticPick =
  /\b(?:manual(?:ly)? (?:promotion )?only|manual promotion|not (?:for )?auto[- ]?(?:prep|pick|select)\w*|(?:no|never|not)\s+(?:be\s+)?(?:auto(?:matically)?[- ]?(?:prep|pick|select|promot|implement)\w*)|only (?:a )?(?:person|people|human)s?\b|explicit (?:product |human |roadmap )?decision|must not be (?:auto-?)?(?:picked|selected|taken)|human (?:pick|decision|approval))/i;

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
/** What may follow, so that the whole queue is meant: the end, a pause, the place, the time or the cause; not "for P0". */
const wholeQueue = String.raw`(?=\s*(?:$|[.!?,;:()–—]|(?:in|on|inside|within) (?:the|this|our) (?:(?:active|candidate|current) )*(?:queue|section|backlog|list)\b|(?:here|now|currently|today|again|at|as|after|because|since|and)\b))`;
/** Adjectives that leave the whole queue meant: "no safe automatic next target", but not "no manual target". */
const anyEntry = String.raw`(?:(?:active|open|queued|current|safe|automatic|automatically|auto-prep|eligible|selectable|pickable|valid|suitable|unspecced|next|best|next-best|next-best-prep|spec|candidate) ){0,6}(?:candidates?|entries|entry|items?|targets?|work)`;
const when = "(?:(?:currently|now|again|at present) )?";
const emptyStatements = [
  String.raw`(?:^|\b(?:the|this|our) )(?:(?:active|candidate|spec|automatic|auto-prep|current) ){0,3}(?:queue|section|backlog|list) is ${when}empty`,
  String.raw`\bno ${anyEntry} ${when}(?:remains?|(?:is|are) (?:left|queued|open)|left)`,
  String.raw`\bthere (?:is|are) ${when}no (?:active|open|queued) ${anyEntry}`,
  String.raw`\bnothing (?:is (?:left|queued|open)|remains|left)`,
].map((words) => new RegExp(words + wholeQueue, "i"));
const countStatement = new RegExp(
  String.raw`\b(\d{1,4}|zero|one|two|three|four|five|six|seven|eight|nine|ten) (?:active|open) (?:candidates?|entries|items) (?:(?:remains?|(?:is|are) (?:left|open|queued))${wholeQueue}|in (?:the|this) (?:active )?(?:queue|section)\b)`,
  "i",
);
/** Words that make the sentence a condition, a rule or an exception instead of a statement. */
const noStatement =
  /\b(?:if|when|once|until|unless|whenever|except|besides|apart from|other than|save for|but for|at most|at least|up to|(?:fewer|less|more) than|about|roughly|never|should|must|keep|cap|limit|maximum|minimum)\b/i;

/** What the sections of the queue say about themselves: the manual boundary, and how full the active queue is. */
export function queueStatements(sections: readonly QueueSection[], settings: Settings): Claim[] {
  return sections.flatMap(({ section, role }): Claim[] => {
    if (role === "manual") return boundaries(section, settings);
    return role === "active" ? fullness(section) : [];
  });
}

/** The inlines of a section before its first sub-heading. */
function ownInlines(section: Section): Inline[] {
  return inlinesOf(section.blocks);
}

/** A field named boundary is the boundary whatever it says; `text` then shows the rule what was said. */
function boundaries(section: Section, settings: Settings): BoundaryClaim[] {
  const title = section.heading.plain;
  const claim = (inline: Inline, recognised: boolean): BoundaryClaim => ({
    kind: "boundary",
    document: "queue",
    identity: "boundary",
    text: inline.plain,
    location: inline.location,
    section: title,
    recognised,
  });
  const paragraphs = section.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.content] : []));
  for (const inline of paragraphs) {
    const field = fieldsOfInline(inline, settings).find((one) => one.names.includes("boundary"));
    if (field !== undefined) return [claim(inline, noAutomaticPick.test(inline.plain))];
  }
  const spoken = [section.heading, ...ownInlines(section)].find((inline) => noAutomaticPick.test(inline.plain));
  return spoken === undefined ? [] : [claim(spoken, true)];
}

function fullness(section: Section): EmptyQueueClaim[] {
  const bare = ownInlines(section).filter((inline) =>
    /^[\s(_*]*(?:none|nothing|empty|no (?:active )?(?:candidates|entries|items))(?:\s+(?:yet|now|at the moment|right now|currently))?[\s)_*.]*$/i.test(
      inline.plain,
    ),
  );
  const claim = (inline: Inline, at: { start: number; end: number }, count: number): EmptyQueueClaim => {
    const piece = sliceInline(inline, at.start, at.end);
    return {
      kind: "empty-queue",
      document: "queue",
      identity: "fullness",
      text: piece.plain,
      location: piece.location,
      count,
    };
  };
  const spoken = section.blocks
    .flatMap((block) => (block.kind === "paragraph" ? [block.content] : []))
    .flatMap((inline) =>
      sentences(inline).flatMap((sentence) => {
        const count = countIn(sentence.text);
        return count === undefined ? [] : [claim(inline, sentence, count)];
      }),
    );
  return [...spoken, ...bare.map((inline) => claim(inline, { start: 0, end: inline.text.length }, 0))];
}

function countIn(sentence: string): number | undefined {
  const words = sentence.replace(/[`*_]/g, "").replace(/\s+/g, " ").trim();
  if (noStatement.test(words)) return undefined;
  if (emptyStatements.some((statement) => statement.test(words))) return 0;
  const count = countStatement.exec(words)?.[1]?.toLowerCase();
  return count === undefined ? undefined : (numbers[count] ?? Number(count));
}
