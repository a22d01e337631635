import type { BoundaryClaim, Claim, EmptyQueueClaim } from "../core/claim.ts";
import type { Block, Document, Inline, Section } from "../core/document.ts";
import { entryKey } from "../core/entry-key.ts";
import type { Settings } from "../core/settings.ts";
import { sliceInline } from "../documents/slice-inline.ts";
import { fieldsOfInline, inlinesOf } from "./entry-fields.ts";
import { queueSections } from "./queue-sections.ts";
import { sentences } from "./sentences.ts";

const noAutomaticPick =
  /\b(?:manual(?:ly)? (?:promotion )?only|manual promotion|not (?:for )?auto[- ]?(?:prep|pick|select)\w*|(?:no|never|not)\s+(?:be\s+)?(?:auto(?:matically)?[- ]?(?:prep|pick|select|promot|implement)\w*)|only (?:a )?(?:person|people|human)s?\b|explicit (?:product |human |roadmap )?decision|must not be (?:auto-?)?(?:picked|selected|taken)|human (?:pick|decision|approval))/i;

const numbers: Readonly<Record<string, number>> = { no: 0, zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 };
const emptyStatement =
  /\b(?:(?:active )?(?:candidate )?(?:queue|section|backlog|list)\s+is\s+(?:currently\s+|now\s+|again\s+)?empty\b|no\s+(?:[\w`-]+\s+){0,6}?(?:candidates?|entries|items?|targets?|work)\s+(?:currently\s+)?(?:remains?|left|is left|are left|is queued|are queued|is open|are open)\b|there (?:is|are) (?:currently\s+)?no (?:active|open|queued) (?:candidates?|entries|items?)\b|nothing (?:is (?:left|queued|open)|remains|left)\b)/i;
const countStatement =
  /\b(\d{1,4}|zero|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:active|open)\s+(?:candidates?|entries|items)\s+(?:remains?|are (?:left|open|queued)|is (?:left|open|queued)|in (?:the|this) (?:active )?(?:queue|section))\b/i;

/** What the sections of the queue say about themselves: the manual boundary, and how full the active queue is. */
export function queueStatements(document: Document, settings: Settings): Claim[] {
  return queueSections(document, settings).flatMap(({ section, role }): Claim[] => {
    if (role === "manual") return boundaries(section, settings);
    return role === "active" ? fullness(section) : [];
  });
}

/** The inlines of a section before its first sub-heading. */
function ownInlines(section: Section): Inline[] {
  return section.blocks.flatMap((block: Block) => inlinesOf(block));
}

/** A field named boundary is the boundary whatever it says; `text` then shows the rule what was said. */
function boundaries(section: Section, settings: Settings): BoundaryClaim[] {
  const title = section.heading.plain;
  const claim = (inline: Inline, recognised: boolean): BoundaryClaim => ({
    kind: "boundary", document: "queue", identity: `boundary ${entryKey(title)}`, text: inline.plain, location: inline.location, section: title, recognised,
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
  const bare = ownInlines(section).filter((inline) => /^[\s(_*]*(?:none|nothing|empty|no (?:active )?(?:candidates|entries|items))(?:\s+(?:yet|now|at the moment|right now|currently))?[\s)_*.]*$/i.test(inline.plain));
  const claim = (inline: Inline, at: { start: number; end: number }, count: number): EmptyQueueClaim => {
    const piece = sliceInline(inline, at.start, at.end);
    return { kind: "empty-queue", document: "queue", identity: `fullness ${entryKey(section.heading.plain)}`, text: piece.plain, location: piece.location, count };
  };
  const spoken = section.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.content] : [])).flatMap((inline) =>
    sentences(inline).flatMap((sentence) => {
      const count = countIn(sentence.text);
      return count === undefined ? [] : [claim(inline, sentence, count)];
    }),
  );
  return [...spoken, ...bare.map((inline) => claim(inline, { start: 0, end: inline.text.length }, 0))];
}

function countIn(sentence: string): number | undefined {
  const words = sentence.replace(/\s+/g, " ");
  if (/\b(?:if|when|once|until|unless|whenever)\b/i.test(words)) return undefined;
  if (emptyStatement.test(words)) return 0;
  const count = countStatement.exec(words)?.[1]?.toLowerCase();
  return count === undefined ? undefined : (numbers[count] ?? Number(count));
}
