import type { Candidate, Quotation, RetirementClaim, SupersessionClaim } from "../../core/claims/claim.ts";
import type { Inline, Section } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import { isPlaceholder } from "../../core/placeholder.ts";
import type { QueueSection } from "./queue-sections.ts";

/** Words that give a reason wherever they are. */
const because =
  /\b(?:because|since|as (?:the|it|they|we|this|these|there)|due to|already|no longer (?:needed|relevant|wanted|planned|useful|necessary|required|applicable|possible|supported)|not (?:needed|necessary|worth|wanted|viable|feasible|planned)|never|instead|in favou?r of|superseded by|replaced by|merged|folded|absorbed|subsumed|covered|duplicates?|duplicated|obsolete|outdated|rejected|withdrawn|declined|abandoned|won['’]?t|will not|out of scope|by decision|implemented|shipped|specced|promoted|without (?:a )?successor|reasons?|too (?:broad|narrow|large|small|expensive|risky|early|late))\b/i;
/** What is to follow the word that promises a reason: "superseded by: TBD". */
const openEnd = /\b(?:superseded by|replaced by|because|due to|in favou?r of)\b(.*)$/is;
/** A sentence about the list itself: "kept because decisions are history". */
const aboutKeeping = /\b(?:keep|kept|retain|retained|preserve|preserved|recorded|listed)\b/i;
/** Words that say that an entry has gone, and nothing of why. */
const bare =
  /\b(?:superseded|removed?|replaced|closed|retired|cleared|dropped|historical|archived|old|status|state|decision|was|were|is|has|been|now|from|on|in|at|of|the|this|active|candidates?|queue|section|backlog|list|entry|item|p[0-3]|tbd|todo|none|n|a|\d+)\b/gi;
/** Labels of what an entry is about; what they hold describes the idea that was given up. */
const describing =
  /^(?:problem|goal|product goal|scope|size|effort|estimate|owner|area|theme|summary|description|deliverable|outcome|created|added|date|id|type|category|tags?|why (?:now|promotable|important)|value|users?|non-goals?|explicit non-goals?)\b/;

/** The superseded entries, each with the words that say why it is one. */
export function retirements(
  sections: readonly QueueSection[],
  candidates: readonly Candidate[],
  supersessions: readonly SupersessionClaim[],
): RetirementClaim[] {
  const replacements = replacementsOf(supersessions);
  const reasonAt = reasonsAbove(sections);
  return candidates
    .filter(({ role }) => role === "superseded")
    .map((candidate) => {
      const successor = replacements.get(candidate.key)?.find((one) => inside(one.location, candidate.extent));
      const { key, title, text, location } = candidate;
      return {
        kind: "retirement",
        document: "queue",
        identity: `reason of ${key}`,
        text,
        location,
        title,
        key,
        reason: successor ?? ownReason(candidate) ?? quoted(reasonAt(candidate.extent.offset)),
      };
    });
}

/** What says that an entry was replaced, by the entry that says it. */
function replacementsOf(
  supersessions: readonly SupersessionClaim[],
): ReadonlyMap<string, readonly SupersessionClaim[]> {
  const found = new Map<string, SupersessionClaim[]>();
  for (const claim of supersessions) {
    if (claim.direction !== "by" || claim.entry === undefined) continue;
    const group = found.get(claim.entry);
    if (group === undefined) found.set(claim.entry, [claim]);
    else group.push(claim);
  }
  return found;
}

function ownReason(candidate: Candidate): Quotation | undefined {
  // A heading is its own title: only what it says in parentheses is about the entry.
  const beside =
    candidate.shape === "heading"
      ? candidate.title.split("(").slice(1).join("(")
      : candidate.text.replace(candidate.title, "");
  const inTitle = because.test(beside) && !isOpen(beside) ? candidate : undefined;
  const fields = candidate.fields.find((field) => {
    const descriptive =
      field.names.some((name) => name !== "reason" && name !== "status") || describing.test(field.key);
    const words = [field.value, ...field.items].map((inline) => inline.plain).join(" ");
    return descriptive ? because.test(words) : says(words) || (!isPlaceholder(words) && because.test(field.label));
  });
  const spoken = candidate.body.find(
    (inline) =>
      !candidate.fields.some((field) => touches(field.location, inline.location) || field.items.includes(inline)) &&
      says(inline.plain),
  );
  return inTitle ?? fields ?? quoted(spoken);
}

/** Whether anything is left without the words that only say that the entry has gone. */
function says(words: string): boolean {
  return !isOpen(words) && (because.test(words) || entryKey(words).replace(bare, "").trim() !== "");
}

function isOpen(words: string): boolean {
  return isPlaceholder(openEnd.exec(words)?.[1] ?? words);
}

interface WordsAbove {
  readonly inline: Inline;
  /** Offsets between which entries are under these words. */
  readonly from: number;
  readonly to: number;
}

/** A look-up of the words above an entry that say why it is gone, by its offset. Entries must be asked for in their order. */
function reasonsAbove(sections: readonly QueueSection[]): (offset: number) => Inline | undefined {
  const reasons = wordsAbove(sections)
    .filter(({ inline }) => because.test(inline.plain) && !aboutKeeping.test(inline.plain))
    .sort((one, other) => one.from - other.from);
  let index = 0;
  let open: WordsAbove[] = [];
  return (offset) => {
    for (let next = reasons[index]; next !== undefined && next.from <= offset; next = reasons[index]) {
      open.push(next);
      index += 1;
    }
    open = open.filter(({ to }) => offset < to);
    return open[0]?.inline;
  };
}

/** The headings below the section's own and the paragraphs, each with the stretch of the section that it is above. */
function wordsAbove(sections: readonly QueueSection[]): WordsAbove[] {
  const visit = (section: Section, to: number, top: boolean): WordsAbove[] => {
    const from = section.location.endOffset;
    const heading = top ? [] : [{ inline: section.heading, from, to }];
    const paragraphs = section.blocks.flatMap((block, index) => {
      if (block.kind !== "paragraph") return [];
      let next = index + 2;
      while (next < section.blocks.length && section.blocks[next]?.kind !== "paragraph") next += 1;
      const end = section.blocks[next]?.location.offset ?? to;
      return [{ inline: block.content, from: block.location.endOffset, to: end }];
    });
    const children = section.children.flatMap((child, index) =>
      visit(child, section.children[index + 1]?.location.offset ?? to, false),
    );
    return [...heading, ...paragraphs, ...children];
  };
  return sections.flatMap(({ section, role }) => (role === "superseded" ? visit(section, endOf(section), true) : []));
}

function endOf(section: Section): number {
  const last = section.children.at(-1);
  return last === undefined ? (section.blocks.at(-1)?.location.endOffset ?? section.location.endOffset) : endOf(last);
}

function quoted(inline: Inline | undefined): Quotation | undefined {
  return inline === undefined ? undefined : { text: inline.plain, location: inline.location };
}

function inside(inner: { offset: number }, outer: { offset: number; endOffset: number }): boolean {
  return outer.offset <= inner.offset && inner.offset < outer.endOffset;
}

function touches(one: { offset: number; endOffset: number }, other: { offset: number; endOffset: number }): boolean {
  return one.offset < other.endOffset && other.offset < one.endOffset;
}
