import { lazily } from "../core/lazily.ts";
import { startOf, type Location } from "../core/location.ts";
import type { Settings } from "../core/settings.ts";
import type { DirectoryEntry } from "../core/snapshot.ts";
import type { SpecDirectory } from "./spec-package.ts";

/** What is directly below a spec root. */
export interface SpecListing {
  readonly root: string;
  readonly entries: readonly DirectoryEntry[];
}

/** What the names of the directories below the spec roots say. */
export interface SpecDirectories {
  /** By their numbers, then their paths. */
  readonly named: readonly SpecDirectory[];
  /** Directories that the pattern does not match; what begins with a dot or an underscore is left alone. */
  readonly unrecognised: readonly { readonly text: string; readonly location: Location }[];
  /** Digits that most numbers are written with. */
  readonly width: number;
  /** The index in `named` of the first one with a number, which the others follow, and of the first one with a slug. */
  readonly firstNumbered: ReadonlyMap<number, number>;
  readonly firstSlugged: () => ReadonlyMap<string, number>;
}

export function specDirectories(
  listings: readonly SpecListing[],
  { readSpecNames }: Pick<Settings, "readSpecNames">,
): SpecDirectories {
  const named: SpecDirectory[] = [];
  const unrecognised: { text: string; location: Location }[] = [];
  for (const { root, entries } of listings) {
    const names = entries.filter(isSpecLike).map(({ name }) => name);
    readSpecNames(names).forEach((said, index) => {
      const name = names[index] ?? "";
      const path = `${root}/${name}`;
      if (said === undefined) unrecognised.push({ text: name, location: startOf(path) });
      else named.push({ path, name, number: numberOf(said.number), digits: said.number, slug: said.slug });
    });
  }
  named.sort((one, other) => one.number - other.number || (one.path < other.path ? -1 : 1));
  return {
    named,
    unrecognised,
    width: commonWidth(named),
    firstNumbered: firstIndexes(named, ({ number }) => number),
    firstSlugged: lazily(() => firstIndexes(named, ({ slug }) => slug)),
  };
}

function isSpecLike({ name, kind }: DirectoryEntry): boolean {
  return kind === "directory" && !name.startsWith(".") && !name.startsWith("_");
}

/** A moment (20260507-161658) counts as the number that its digits are. */
function numberOf(digits: string): number {
  return Number(digits.replaceAll(/\D/g, ""));
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
