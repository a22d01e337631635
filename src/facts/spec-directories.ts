import type { UnrecognisedDirectory } from "../core/fact.ts";
import { lazily } from "../core/lazily.ts";
import { startOf } from "../core/location.ts";
import { matchSpecName } from "../core/match-spec-name.ts";
import type { Settings } from "../core/settings.ts";
import type { DirectoryEntry } from "../core/snapshot.ts";
import type { SpecDirectory } from "./spec-package.ts";

/** What the names of the directories below the spec root say. */
export interface SpecDirectories {
  /** By their numbers, then their names. */
  readonly named: readonly SpecDirectory[];
  readonly unrecognised: readonly UnrecognisedDirectory[];
  /** Digits that most numbers are written with. */
  readonly width: number;
  /** The index in `named` of the first one with a number, which the others follow, and of the first one with a slug. */
  readonly firstNumbered: ReadonlyMap<number, number>;
  readonly firstSlugged: () => ReadonlyMap<string, number>;
}

export const noDirectories: SpecDirectories = {
  named: [],
  unrecognised: [],
  width: 3,
  firstNumbered: new Map(),
  firstSlugged: () => new Map(),
};

export function specDirectories(entries: readonly DirectoryEntry[], { specs, specPattern }: Settings): SpecDirectories {
  const pattern = new RegExp(specPattern);
  const named: SpecDirectory[] = [];
  const unrecognised: UnrecognisedDirectory[] = [];
  for (const { name, kind } of entries) {
    if (kind !== "directory" || name.startsWith(".")) continue;
    const path = `${specs?.path ?? ""}/${name}`;
    const match = matchSpecName(pattern, name);
    if (match === undefined) unrecognised.push({ text: name, location: startOf(path) });
    else named.push({ path, name, number: Number(match.number), digits: match.number, slug: match.slug });
  }
  named.sort((one, other) => one.number - other.number || (one.name < other.name ? -1 : 1));
  return {
    named,
    unrecognised,
    width: commonWidth(named),
    firstNumbered: firstIndexes(named, ({ number }) => number),
    firstSlugged: lazily(() => firstIndexes(named, ({ slug }) => slug)),
  };
}

function firstIndexes<Item, Key>(all: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, number> {
  const found = new Map<Key, number>();
  all.forEach((item, index) => {
    const key = keyOf(item);
    if (!found.has(key)) found.set(key, index);
  });
  return found;
}

function commonWidth(all: readonly SpecDirectory[]): number {
  const counts = new Map<number, number>();
  for (const { digits } of all) counts.set(digits.length, (counts.get(digits.length) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? 3;
}
