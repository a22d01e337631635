import type { CountClaim, EntryRole } from "../../core/claims/claim.ts";
import type { Document, Inline } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Settings } from "../../core/settings.ts";
import { fieldsOfInline } from "../queue/entry-fields.ts";
import type { QueueSection } from "../queue/queue-sections.ts";
import { sliceInline } from "../../documents/slice-inline.ts";

const things = "(?:candidates|entries|items)";
const roles: readonly (readonly [EntryRole, string])[] = [
  ["active", "active"],
  ["manual", "manual(?:[- ](?:only|promotion))*"],
  ["deferred", "(?:deferred|parked)"],
  ["promoted", "promoted"],
  ["superseded", "superseded"],
];
/** Statements of the present only: "12 specs shipped in May" is history, "about 50 specs" is not a count. */
const statements: readonly (readonly [CountClaim["subject"], RegExp])[] = [
  [
    "specs",
    /\b(?:there are|holds?|contains?|has|have|count(?:s|ing)?)\s+(?:now |currently |exactly )?(\d{1,6})\s+specs?(?:\s+(?:packages|directories|folders))?(?=[\s.,;:]|$)(?! (?:in|from|since|for|by|of|that|which|with|left|open|done|shipped)\b(?! `?specs))/i,
  ],
  [
    "specs",
    /\b(?:currently|today|at present|as of now)[:,]?\s+(\d{1,6})\s+specs?(?: packages)?(?=\s*(?:[,.;:]|$)|\s+and\s+\d)/i,
  ],
  ...roles.map(([role, word]): [EntryRole, RegExp] => [
    role,
    new RegExp(
      `\\b(?:there are|holds?|contains?|has|have|(?:currently|today|at present|as of now)[:,]?|\\d+ specs(?: packages)?,?(?: and)?)\\s+(?:now |currently |exactly )?(\\d{1,6})\\s+${word}\\s+${things}(?=[.,;:]|$|\\s+(?:and|now|at the moment|today)\\b)`,
      "i",
    ),
  ]),
];
const labels: readonly (readonly [CountClaim["subject"], RegExp])[] = [
  ["specs", /^(?:(?:total|number of) )?specs?(?: packages| directories| count)?(?: in total| total)?$/],
  ...roles.map(([role, word]): [EntryRole, RegExp] => [
    role,
    new RegExp(`^(?:number of )?${word} ${things}(?: count)?$`),
  ]),
];

/** Stated numbers of specs and candidates: in fields (`**Specs**: 53`) and in plain statements. */
export function statedCounts(document: Document, inline: Inline, settings: Settings): CountClaim[] {
  if (!/\d/.test(inline.text)) return [];
  return [...inFields(document, inline, settings), ...inWords(document, inline)];
}

function inFields(document: Document, inline: Inline, settings: Settings): CountClaim[] {
  return fieldsOfInline(inline, settings).flatMap(({ key, label, value }) => {
    const subject = labels.find(([, pattern]) => pattern.test(key))?.[0];
    const digits = /^(\d{1,6})\.?$/.exec(value.text.trim())?.[1];
    if (subject === undefined || digits === undefined) return [];
    const at = value.text.indexOf(digits);
    return [
      claim(document, subject, {
        inline: value,
        start: at,
        end: at + digits.length,
        digits,
        quote: `${label}: ${digits}`,
      }),
    ];
  });
}

/** How many are active is read by the claims about an empty queue. */
function isOfFullness(subject: CountClaim["subject"], { role }: Document): boolean {
  return subject === "active" && role === "queue";
}

function inWords(document: Document, inline: Inline): CountClaim[] {
  return statements.flatMap(([subject, pattern]) => {
    const match = pattern.exec(inline.text);
    if (
      match?.[1] === undefined ||
      (isOfFullness(subject, document) && !/^(?:currently|today|at present|as of now|\d)/i.test(match[0]))
    )
      return [];
    const start = match.index + match[0].lastIndexOf(match[1]);
    return [
      claim(document, subject, {
        inline,
        start,
        end: start + match[1].length,
        digits: match[1],
        quote: sliceInline(inline, match.index, match.index + match[0].length).plain,
      }),
    ];
  });
}

/** Numbers after headings of the queue: `## Deferred (4)`. */
export function headingCounts(document: Document, sections: readonly QueueSection[]): CountClaim[] {
  return sections.flatMap(({ section, role }) => {
    const heading = section.heading;
    const digits = /\((\d{1,6})(?: (?:candidates|entries|items|open))?\)\s*$/.exec(heading.text)?.[1];
    if (role === undefined || role === "prose" || digits === undefined) return [];
    const start = heading.text.lastIndexOf(digits);
    return [
      claim(document, role, {
        inline: heading,
        start,
        end: start + digits.length,
        digits,
        quote: heading.plain,
        said: "heading",
      }),
    ];
  });
}

interface StatedCount {
  readonly inline: Inline;
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly quote: string;
  /** Words for its identity, when the quote may change without it. */
  readonly said?: string;
}

function claim(
  document: Document,
  subject: CountClaim["subject"],
  { inline, start, end, digits, quote, said = quote }: StatedCount,
): CountClaim {
  const piece = sliceInline(inline, start, end);
  return {
    kind: "count",
    document: document.role,
    identity: `count ${subject} ${entryKey(said.replace(/\d+/g, ""))}`,
    text: piece.plain,
    location: piece.location,
    quote,
    subject,
    count: Number(digits),
    digits: { text: digits, location: piece.location },
  };
}
