import type { Misnamed } from "../core/fact.ts";
import { startOf } from "../core/location.ts";
import { matchSpecName } from "../core/match-spec-name.ts";
import type { Settings } from "../core/settings.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { listed, type Named } from "./spec-package.ts";

/** What the names of the directories below the spec roots say. */
export interface SpecDirectories {
  /** By their numbers, then their names. */
  readonly named: readonly Named[];
  readonly misnamed: readonly Misnamed[];
  /** Digits that most numbers are written with. */
  readonly width: number;
  /** Why numbers say nothing here, when fewer than half of the directories of specs have one. */
  readonly unnumbered: string | undefined;
}

/** Reads the names below each root, and looks into those that the pattern does not match. */
export function specDirectories(
  snapshot: Snapshot,
  roots: readonly string[],
  settings: Pick<Settings, "specPattern" | "specFiles">,
): SpecDirectories {
  const pattern = new RegExp(settings.specPattern);
  const named: Named[] = [];
  const misnamed: Misnamed[] = [];
  for (const root of roots) {
    for (const { name, kind } of listed(snapshot, root)) {
      if (kind !== "directory" || name.startsWith(".") || name.startsWith("_")) continue;
      const path = `${root}/${name}`;
      const match = matchSpecName(pattern, name);
      if (match === undefined)
        misnamed.push({
          text: name,
          location: startOf(path),
          holdsSpec: holdsSpec(snapshot, path, settings.specFiles),
        });
      else named.push({ path, name, number: numberOf(match.number), digits: match.number, slug: match.slug });
    }
  }
  named.sort((one, other) => one.number - other.number || (one.path < other.path ? -1 : 1));
  return { named, misnamed, width: commonWidth(named), unnumbered: unnumbered(roots, named, misnamed) };
}

/** Files of a package beside the spec itself. */
const packageFiles = ["plan.md", "tasks.md"];

function holdsSpec(snapshot: Snapshot, path: string, specFiles: readonly string[]): boolean {
  return snapshot
    .entries(path)
    .some(({ name, kind }) => kind === "file" && (specFiles.includes(name) || packageFiles.includes(name)));
}

/** A moment (20260507-161658) counts as the number that its digits are. */
function numberOf(digits: string): number {
  return Number(digits.replaceAll(/\D/g, ""));
}

function unnumbered(
  roots: readonly string[],
  named: readonly Named[],
  misnamed: readonly Misnamed[],
): string | undefined {
  const without = misnamed.filter((directory) => directory.holdsSpec).length;
  if (named.length >= without) return undefined;
  const all = `the ${named.length + without} directories of specs below ${roots.join(" and ")}`;
  if (named.length === 0) return `none of ${all} has a number`;
  return `only ${named.length} of ${all} ${named.length === 1 ? "has" : "have"} a number`;
}

function commonWidth(all: readonly Named[]): number {
  const counts = new Map<number, number>();
  for (const { digits } of all) counts.set(digits.length, (counts.get(digits.length) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? 3;
}
