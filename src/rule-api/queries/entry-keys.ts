import type { Candidate, EntryName, EntryRole } from "../../core/claims/claim.ts";
import { indexBy } from "./index-by.ts";

/** Every key by which the documents know an entry: its title's and those of its former titles. */
export function keysOf({ key, aliases }: Pick<Candidate, "key" | "aliases">): readonly string[] {
  return aliases.length === 0 ? [key] : [key, ...aliases];
}

const entriesByRole = indexBy((one: Candidate) => [one.role]);

/** The entries of the sections with a role, in document order. */
export function entriesIn(role: EntryRole, all: readonly Candidate[]): readonly Candidate[] {
  return entriesByRole(all, role);
}

const entriesByKey = indexBy((one: Candidate) => keysOf(one));
const entriesBySpec = indexBy((one: Candidate) =>
  one.role === "promoted" ? one.targets.map(({ spec }) => String(spec)) : [],
);

/** The entries that share a title or a former title with an entry, in document order; itself among them, if it is one of the list. */
export function entriesLike(entry: Candidate, all: readonly Candidate[]): readonly Candidate[] {
  const groups = keysOf(entry)
    .map((key) => entriesByKey(all, key))
    .filter((group) => group.length > 0);
  if (groups.length <= 1) return groups[0] ?? [];
  const found = new Set(groups.flat());
  return found.size < 2 ? [...found] : all.filter((one) => found.has(one));
}

/** The other entries that are the same by title or by a former title, in document order. */
export function sameEntries(entry: Candidate, all: readonly Candidate[]): readonly Candidate[] {
  return entriesLike(entry, all).filter((one) => one !== entry);
}

/** Whether two entries are the same by title or by a former title. */
export function sameEntry(one: Candidate, other: Candidate): boolean {
  return keysOf(one).some((key) => keysOf(other).includes(key));
}

/** The entries that a name means, in document order: by title or former title, or as promoted to the spec that it names. */
export function entriesNamed(
  name: Pick<EntryName, "key" | "target">,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const { key, target } = name;
  return target === undefined ? entriesByKey(candidates, key) : entriesBySpec(candidates, String(target.spec));
}
