import type { Claims } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";
import { isPlaceholder } from "../../core/placeholder.ts";
import { answers } from "../queries/answers.ts";
import { keysOf } from "../queries/entry-keys.ts";
import type { EntryMove } from "../queries/entry-moves.ts";
import { statements, wordsOf } from "../queries/entry-words.ts";
import { sourceLines, splitLines, type SourceLines } from "./source-lines.ts";

/** The audited tree, and what the base's queue said. */
export interface MoveInput {
  readonly claims: Claims;
  readonly facts: Facts;
  readonly base: { readonly model: { readonly facts: Facts } };
}

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const dates = new RegExp(
  `\\b(?:\\d{4}[-/]\\d{2}[-/]\\d{2}|\\d{1,2}\\.? ${month},? \\d{4}|${month} (?:\\d{1,2}(?:st|nd|rd|th)?,? )?\\d{4})\\b`,
  "gi",
);
/** Words with which an entry says that it will move, before it does. */
const deciding =
  /\b(?:decid|decision|approv|agreed|accept|sign(?:ed)?[- ]?off|promot|defer|postpon|park|supersed|replac|reject|withdraw|reviv|reopen|manual)/i;
const reasonLabel = /^(?:reasons?|why|rationale|decision|decided|reviv|reopen|reactivat|released?|moved?|because)/;

/** Whether the entry says since its move why it moved: in words that the base does not have, or in a list of what was removed. */
export function isExplained({ before, after }: EntryMove, { claims, facts, base }: MoveInput): boolean {
  const known = wordsOf(before.title, after.title, ...before.body.map(({ plain }) => plain));
  const fresh = (texts: readonly string[]): string[] =>
    [...wordsOf(...texts)].filter((word) => /\p{L}{2}/u.test(word) && !known.has(word));
  const labelled = after.fields.some(
    ({ key, value }) => reasonLabel.test(key) && !isPlaceholder(value.plain) && fresh([value.plain]).length > 0,
  );
  if (labelled || fresh(answers(after, statements(after))).length >= 2) return true;
  const said = announcements(after, { claims, facts }).filter(
    (text) => !saidBefore(text, after.extent.path, base.model.facts),
  );
  return said.some((text) => !isPlaceholder(text) && fresh([text]).length >= 2);
}

/** Whether a date belongs to the move: one that the base does not have, in the entry or above its list, or that of a decision noted earlier. */
export function isDated({ before, after }: EntryMove, { claims, facts, base }: MoveInput): boolean {
  const own = [after.text, ...answers(after)];
  const earlier = new Set([before.text, ...before.body.map(({ plain }) => plain)].flatMap(datesIn));
  if (own.some((text) => datesIn(text).some((date) => !earlier.has(date) || deciding.test(text)))) return true;
  const old = sourceLines(before.extent.path, base.model.facts)?.text ?? "";
  return [...announcements(after, { claims, facts }), ...headingsAbove(after, { claims, facts })].some((text) =>
    datesIn(text).some((date) => !old.includes(date)),
  );
}

function datesIn(text: string): string[] {
  return [...text.matchAll(dates)].map(([date]) => date);
}

/** The lines of the list of what was removed that name the entry, with the sentence above the list. */
function announcements(after: EntryMove["after"], { claims, facts }: Pick<MoveInput, "claims" | "facts">): string[] {
  return claims
    .of("removal-record")
    .filter(({ key }) => keysOf(after).includes(key))
    .flatMap(({ location }) => {
      const source = sourceLines(location.path, facts);
      return source === undefined ? [] : recordLines(source, location.offset);
    });
}

function recordLines({ text }: SourceLines, offset: number): string[] {
  const end = /(?:\r\n|\n|\r)\s*(?:$|[-*+#]|\d+[.)]|\r|\n)/.exec(text.slice(offset))?.index ?? text.length;
  const above = splitLines(text.slice(0, offset))
    .slice(0, -1)
    .filter((line) => line.trim() !== "");
  const sentence = above.findLast((line) => !/^\s*(?:[-*+]|\d+[.)])\s/.test(line) && !/^\s/.test(line));
  return [text.slice(offset, offset + end), ...(sentence === undefined ? [] : [sentence])];
}

function saidBefore(text: string, path: string, facts: Facts): boolean {
  return sourceLines(path, facts)?.text.includes(text.trim()) ?? false;
}

/** The headings and the words between the heading of the section and its first entry. */
function headingsAbove(after: EntryMove["after"], { claims, facts }: Pick<MoveInput, "claims" | "facts">): string[] {
  const section = claims
    .of("section")
    .find(
      (one) =>
        one.extent.offset <= after.extent.offset &&
        after.extent.offset < one.extent.endOffset &&
        one.role === after.role,
    );
  const source = sourceLines(after.extent.path, facts);
  if (section === undefined || source === undefined) return [after.section, after.group ?? ""];
  const first = Math.min(
    ...claims
      .of("candidate")
      .filter((one) => one.section === after.section && one.extent.offset > section.extent.offset)
      .map((one) => one.extent.offset),
  );
  return [source.text.slice(section.extent.offset, first), after.group ?? ""];
}
