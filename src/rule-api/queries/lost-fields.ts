import type { Candidate, Field } from "../../core/claims/claim.ts";
import { isPlaceholder } from "../../core/placeholder.ts";
import type { EntryChange } from "./entry-changes.ts";
import { isGrading, shareOf, wordsOf } from "./entry-words.ts";

/** An entry of the base that is still an entry. */
export type KeptEntry = EntryChange & { readonly after: Candidate };

export function isKept(change: EntryChange): change is KeptEntry {
  return change.after !== undefined;
}

const telling =
  /^(?:reasons?|why|rationale|decision|decided|notes?|problem|background|context|motivation|moved|revived|history)\b/;
/** Why it was where it is not any more: this may go with the move. */
const ofThePlace = /^(?:reasons?|why|rationale|why (?:manual|deferred|parked|superseded|removed).*)$/;

/** Why it was its turn. Labels of several languages. */
const ofTheTurn =
  /^(?:why|reasons? for|warum|weshalb|pourquoi|por que|por qué|perché)\b.*\b(?:now|next|promotable|promot(?:e|ed|ion)|ready|first|active|jetzt|zuerst|maintenant|ahora|agora|adesso)\b/;

/** Of an entry with so many fields a list of those that are gone says more than one of them. */
const manyFields = 6;
const leastGone = 3;

/**
 * Labelled fields of an entry with many of them that are gone whole, label and words, when they are a third of all or more and nothing else has been written. A move to
 * another section may cost it what grades it there.
 */
export function goneFields(change: KeptEntry, now: ReadonlySet<string>): readonly Field[] {
  const { before, after } = change;
  if (before.fields.length < manyFields) return [];
  const gone = before.fields.filter(
    (field) =>
      !after.fields.some(({ key }) => key === field.key) &&
      !isExcused(field, change) &&
      !isReplaced(field, change) &&
      !(before.role !== after.role && isGrading(field)) &&
      fieldWords(field).size > 0 &&
      shareOf(significant(fieldWords(field)), now) < 0.3,
  );
  if (gone.length < leastGone || gone.length * 3 < before.fields.length) return [];
  const lost = new Set(gone.flatMap((field) => [...fieldWords(field)]));
  const known = wordsOf(...before.body.map(({ plain }) => plain));
  const fresh = [...wordsOf(...after.body.map(({ plain }) => plain))].filter((word) => !known.has(word));
  return fresh.length * 2 >= lost.size ? [] : gone;
}

/** Fields of the base with a reason, decision or note that are gone, and whose words are not among those that the entry has now. */
export function lostFields(change: KeptEntry, now: ReadonlySet<string>): readonly Field[] {
  return change.before.fields.filter(
    (field) =>
      speaks(field) &&
      !isExcused(field, change) &&
      !isReplaced(field, change) &&
      fieldWords(field).size >= 4 &&
      shareOf(significant(fieldWords(field)), now) < 0.3,
  );
}

function speaks({ key, names }: Field): boolean {
  return telling.test(key) || names.includes("reason") || names.includes("basis");
}

/** Whether the entry has as many fields of that label as before, or the reason under another label. */
function isReplaced(field: Field, { before, after }: KeptEntry): boolean {
  const count = ({ fields }: Candidate): number => fields.filter(({ key }) => key === field.key).length;
  const isNew = (other: Field): boolean => !before.fields.some(({ key }) => key === other.key);
  return (
    count(after) >= count(before) ||
    (field.names.includes("reason") && after.fields.some((other) => other.names.includes("reason") && isNew(other)))
  );
}

/** A note that waited for an answer, and the reason for a place where the entry is not any more. */
export function isExcused(field: Field, { before, after }: KeptEntry): boolean {
  const moved = before.role !== after.role && before.role !== "active";
  const isOfThePlace = moved && ofThePlace.test(field.key);
  const isOfTheTurn = before.role !== after.role && ofTheTurn.test(field.key);
  return isOfThePlace || isOfTheTurn || isOpenAnswer(field.value.plain);
}

function isOpenAnswer(text: string): boolean {
  return text !== "" && (/\bTODO\b/.test(text) || isPlaceholder(text));
}

/** The words of a field with its list. */
export function fieldWords({ value, items }: Field): ReadonlySet<string> {
  return wordsOf(value.plain, ...items.map(({ plain }) => plain));
}

/** Short words are everywhere; when there are no others they have to do. */
function significant(words: ReadonlySet<string>): ReadonlySet<string> {
  const long = new Set([...words].filter((word) => word.length >= 4));
  return long.size >= 2 ? long : words;
}
