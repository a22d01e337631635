import type { Layout, UnitFolder, UnitSource } from "../core/layout.ts";
import { longestName } from "../core/spec-name.ts";
import { namePattern, wholeName } from "../core/path-pattern.ts";
import type { DirectoryEntry, Snapshot } from "../core/snapshot.ts";
import type { UnitName } from "../core/unit.ts";
import { matchingPaths } from "./matching-paths.ts";

/** Where a unit was found. Nothing of it was read yet. */
export interface FoundUnit {
  readonly layout: Layout;
  readonly source: UnitSource;
  /** The key of the source. */
  readonly kind: string;
  readonly root: string;
  /** The key of the folder. */
  readonly folder: string;
  readonly inFolder: UnitFolder;
  readonly path: string;
  readonly name: UnitName;
}

/** The units of a layout, in the order of sources, roots, folders and names. */
export function findUnits(snapshot: Snapshot, layout: Layout): FoundUnit[] {
  const taken = new Set<string>();
  return Object.entries(layout.units).flatMap(([kind, source]) =>
    rootsOf(snapshot, source).flatMap((root) =>
      Object.entries(source.folders).flatMap(([folder, inFolder]) =>
        unitsIn(snapshot, { layout, source, kind, root, folder, inFolder }).filter(
          ({ path }) => !taken.has(path) && taken.add(path),
        ),
      ),
    ),
  );
}

/** The directories that the roots of a source name. */
export function rootsOf(snapshot: Pick<Snapshot, "entries">, { roots }: UnitSource): string[] {
  return [...new Set(roots.flatMap((root) => matchingPaths(snapshot, root, "directory")))];
}

function unitsIn(snapshot: Snapshot, place: Omit<FoundUnit, "path" | "name">): FoundUnit[] {
  const { source, root, folder, inFolder } = place;
  const directory = folder === "" ? root : `${root}/${folder}`;
  const pattern = wholeName(inFolder.name ?? source.name);
  const ignored = source.ignore.map(namePattern);
  return snapshot.entries(directory).flatMap((entry): FoundUnit[] => {
    if (entry.kind !== source.shape || ignored.some((one) => one.test(entry.name))) return [];
    const path = `${directory}/${entry.name}`;
    const name = unitName(pattern, entry.name);
    return name === undefined || Object.hasOwn(source.folders, entry.name) || !isWhole(snapshot.entries(path), source)
      ? []
      : [{ ...place, path, name }];
  });
}

function isWhole(files: readonly DirectoryEntry[], { shape, requires }: UnitSource): boolean {
  return shape === "file" || requires.length === 0 || files.some(({ name }) => requires.includes(name));
}

/** The parts of a name, by the groups of the pattern; undefined for a name that is none. */
export function unitName(pattern: RegExp, text: string): (UnitName & { readonly id?: string }) | undefined {
  const match = text.length > longestName ? null : pattern.exec(text);
  if (match === null) return undefined;
  const { id, number, slug, date } = match.groups ?? {};
  return {
    text,
    ...(id === undefined ? {} : { id }),
    ...(number === undefined ? {} : { number }),
    ...(slug === undefined ? {} : { slug }),
    ...(date === undefined ? {} : { date }),
  };
}
