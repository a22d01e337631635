import type { Misnamed } from "../core/fact.ts";
import { startOf } from "../core/location.ts";
import { matchSpecName } from "../core/match-spec-name.ts";
import type { Settings } from "../core/settings.ts";
import type { DirectoryEntry } from "../core/snapshot.ts";
import type { Named } from "./spec-package.ts";

/** What the names of the directories below the spec root say. */
export interface SpecDirectories {
  /** By their numbers, then their names. */
  readonly named: readonly Named[];
  readonly misnamed: readonly Misnamed[];
  /** Digits that most numbers are written with. */
  readonly width: number;
}

export function specDirectories(entries: readonly DirectoryEntry[], { specs, specPattern }: Settings): SpecDirectories {
  const pattern = new RegExp(specPattern);
  const named: Named[] = [];
  const misnamed: Misnamed[] = [];
  for (const { name, kind } of entries) {
    if (kind !== "directory" || name.startsWith(".")) continue;
    const path = `${specs?.path ?? ""}/${name}`;
    const match = matchSpecName(pattern, name);
    if (match === undefined) misnamed.push({ text: name, location: startOf(path) });
    else named.push({ path, name, number: Number(match.number), digits: match.number, slug: match.slug });
  }
  named.sort((one, other) => one.number - other.number || (one.name < other.name ? -1 : 1));
  return { named, misnamed, width: commonWidth(named) };
}

function commonWidth(all: readonly Named[]): number {
  const counts = new Map<number, number>();
  for (const { digits } of all) counts.set(digits.length, (counts.get(digits.length) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? 3;
}
