import type { Candidate, EntryName } from "../core/claim.ts";

/** Every key by which the documents know an entry: its title's and those of its former titles. */
export function keysOf(candidate: Candidate): readonly string[] {
  return [candidate.key, ...candidate.aliases];
}

const byKey = new WeakMap<readonly Candidate[], ReadonlyMap<string, readonly Candidate[]>>();

/** The other entries that are the same by title or by a former title, in document order. The entries are indexed once. */
export function sameEntries(entry: Candidate, all: readonly Candidate[]): readonly Candidate[] {
  const index = byKey.get(all) ?? indexed(all);
  byKey.set(all, index);
  const found = new Set(keysOf(entry).flatMap((key) => index.get(key) ?? []));
  found.delete(entry);
  return found.size < 2 ? [...found] : all.filter((one) => found.has(one));
}

function indexed(all: readonly Candidate[]): Map<string, Candidate[]> {
  const index = new Map<string, Candidate[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = index.get(key);
      if (group === undefined) index.set(key, [one]);
      else group.push(one);
    }
  }
  return index;
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
