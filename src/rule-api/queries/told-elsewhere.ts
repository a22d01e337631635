import type { ChangeInput } from "./entry-changes.ts";
import { entryWords, shareOf, wordsOf } from "./entry-words.ts";
import type { KeptEntry } from "./lost-fields.ts";

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

/** Whether another entry, the spec of the entry or a removal record says these words now. */
export function isTold(
  words: ReadonlySet<string>,
  { before, after }: KeptEntry,
  { claims, facts, base }: ChangeInput,
): boolean {
  const elsewhere = claims
    .of("candidate")
    .filter((candidate) => candidate !== after)
    .map(entryWords);
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
