import type { Candidate, Field } from "../../core/claims/claim.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { ChangeInput } from "./entry-changes.ts";
import { entryWords, shareOf, wordsOf } from "./entry-words.ts";
import { fieldWords, type KeptEntry } from "./lost-fields.ts";

/** Where all that an entry said may have gone: the spec that it became, its successor, the entry that it was merged into, an archive. */
export function saysElsewhere({ before, after }: KeptEntry, { claims, facts, base }: ChangeInput): boolean {
  const hasBecome = (role: "promoted" | "superseded"): boolean => after.role === role && before.role !== role;
  const became = hasBecome("promoted") && after.targets.some(({ spec }) => facts.specs.has(spec));
  const followed =
    hasBecome("superseded") &&
    claims.of("supersession").some(({ entry, direction }) => entry === after.key && direction === "by");
  const merged = before.key !== after.key && base.model.claims.of("candidate").some(({ key }) => key === after.key);
  return became || followed || merged || facts.archives.find(before.key) !== undefined;
}

/** Whether another entry or the spec of the entry says the words of a field now. One that landed under its label in an entry that is about something else has slipped. */
export function isFieldTold(field: Field, change: KeptEntry, input: ChangeInput): boolean {
  const others = input.claims.of("candidate").filter((other) => !hasSlippedInto(other, field, { change, input }));
  return isToldBy(others, fieldWords(field), { change, input });
}

/** Whether another entry or the spec of the entry says these words now. */
export function isTold(words: ReadonlySet<string>, change: KeptEntry, input: ChangeInput): boolean {
  return isToldBy(input.claims.of("candidate"), words, { change, input });
}

interface Telling {
  readonly change: KeptEntry;
  readonly input: ChangeInput;
}

/** Whether an entry that the base has, too, holds a field of another one now, and neither of them names the other. */
function hasSlippedInto(other: Candidate, field: Field, { change, input }: Telling): boolean {
  const isOld = input.base.model.claims.of("candidate").some(({ key }) => key === other.key);
  return (
    isOld &&
    other.fields.some((held) => held.key === field.key && shareOf(fieldWords(field), fieldWords(held)) >= 0.6) &&
    !names(other, change.before) &&
    !names(change.after, other)
  );
}

function names({ body }: Candidate, { key }: Candidate): boolean {
  return body.some(({ plain }) => ` ${entryKey(plain)} `.includes(` ${key} `));
}

function isToldBy(candidates: readonly Candidate[], words: ReadonlySet<string>, { change, input }: Telling): boolean {
  const { before, after } = change;
  const { facts, base } = input;
  const elsewhere = candidates.filter((candidate) => candidate !== after).map(entryWords);
  const files = after.targets
    .flatMap(({ spec }) => facts.specs.numbered(spec))
    .flatMap(({ specFile }) => (specFile === undefined ? [] : [facts.paths.read(specFile)]));
  const specs = files.flatMap((file) => (file.ok ? [wordsOf(file.text)] : []));
  // Two entries that always said the same prove nothing.
  const known = base.model.claims
    .of("candidate")
    .filter((candidate) => candidate !== before)
    .map(entryWords);
  const told = (others: ReadonlySet<string>): boolean => shareOf(words, others) >= 0.6;
  return specs.some(told) || (elsewhere.some(told) && !known.some(told));
}
