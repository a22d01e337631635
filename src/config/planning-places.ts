import type { UsedLayout } from "../core/layout.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { rootsOf } from "../units/find-units.ts";

/** Directories in which teams plan, from the root. A layout that reads one takes care of it. */
const directories = [
  "_bmad-output",
  ".agents/plans",
  ".kiro/specs",
  ".planning",
  ".taskmaster",
  "backlog",
  "conductor",
  "docs/adr",
  "docs/decisions",
  "docs/exec-plans",
  "docs/plans",
  "docs/stories",
  "docs/superpowers",
  "openspec",
  "plans",
];
/** Where documents with such names are looked for: here and in no folder below. */
const folders = ["", "docs", "docs/product", "docs/specs", "specs", ".github"];
const named = /(?:^|[-_. ])(?:backlog|candidates|milestones|prd|roadmap|todo)s?\.(?:md|markdown|ya?ml|toml)$/i;

/** Paths that look as if work were planned there and that no layout reads, sorted. Lists a handful of directories, reads nothing. */
export function planningPlaces(snapshot: Snapshot, layouts: readonly UsedLayout[]): string[] {
  const roots = layouts.flatMap(({ layout }) => Object.values(layout.units).flatMap((unit) => rootsOf(snapshot, unit)));
  return namedPlaces(snapshot).filter((path) => !roots.some((root) => `${root}/`.startsWith(path)));
}

function namedPlaces(snapshot: Snapshot): string[] {
  const found = directories.filter((path) => snapshot.entries(path).length > 0).map((path) => `${path}/`);
  const documents = folders.flatMap((folder) =>
    snapshot
      .entries(folder)
      .filter(({ name, kind }) => kind === "file" && named.test(name))
      .map(({ name }) => (folder === "" ? name : `${folder}/${name}`)),
  );
  return [...found, ...documents].sort();
}
