import type { Candidate, EntryName } from "../core/claim.ts";

/** Every key by which the documents know an entry: its title's and those of its former titles. */
export function keysOf(candidate: Candidate): readonly string[] {
  return [candidate.key, ...candidate.aliases];
}

/** Whether two entries are the same by title or by a former title. */
export function sameEntry(one: Candidate, other: Candidate): boolean {
  return keysOf(one).some((key) => keysOf(other).includes(key));
}

/** The entries that a name means, in document order: by title or former title, or as promoted to the spec that it names. */
export function entriesNamed(name: Pick<EntryName, "key" | "target">, candidates: readonly Candidate[]): readonly Candidate[] {
  const { key, target } = name;
  if (target === undefined) return candidates.filter((one) => keysOf(one).includes(key));
  return candidates.filter((one) => one.role === "promoted" && one.targets.some(({ spec }) => spec === target.spec));
}
