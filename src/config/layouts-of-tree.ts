import type { UserConfig } from "./config-schema.ts";
import { namedLayouts, proofs, resolveLayouts } from "./resolve-layouts.ts";
import { AbsentContentError, UsageError } from "../core/errors.ts";
import type { Layout, UsedLayout } from "../core/layout.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { matchingPaths } from "../units/matching-paths.ts";

/** Two trees of a repository; `head` is the one whose words judge. */
export interface TwoTrees {
  readonly tree: Snapshot;
  readonly head: Snapshot;
}

/**
 * The layouts of another tree, such as the base: those that it shows, or those of the audited tree with their units and documents where that tree has them. A
 * layout whose file that tree does not have is read as it is now.
 */
export function layoutsOfTree(used: readonly UsedLayout[], own: UserConfig, trees: TwoTrees): readonly UsedLayout[] {
  const earlier = tryLayouts(own, trees.tree);
  if (!used.some(({ configured }) => configured)) return earlier;
  const [first, ...others] = earlier;
  return used.map(({ layout, ...how }) => {
    const named = earlier.find((one) => one.layout.name === layout.name);
    // A layout may take its name from its place.
    const former =
      named ?? (others.length === 0 && used.length === 1 && first?.configured === true ? first : undefined);
    const placed = former === undefined ? layout : relocated(layout, former.layout, trees);
    return { ...how, layout: placed, because: proofs(placed.detect, trees.tree) };
  });
}

/** What the configuration of a tree says; what the tree shows when that cannot be used: the audited tree has corrected it. */
function tryLayouts(own: UserConfig, tree: Snapshot): readonly UsedLayout[] {
  try {
    return resolveLayouts(namedLayouts(own), tree);
  } catch (error) {
    if (error instanceof UsageError && !(error instanceof AbsentContentError)) return resolveLayouts(undefined, tree);
    throw error;
  }
}

/** A layout with the paths that another state of it names, where it means files that have moved since. */
function relocated(layout: Layout, former: Layout, trees: TwoTrees): Layout {
  const units = mapValues(layout.units, (source, kind) => {
    const roots = patternsOf(source.roots, former.units[kind]?.roots, trees);
    return roots === source.roots ? source : { ...source, roots };
  });
  const documents = mapValues(layout.documents, (source, key) => {
    const paths = patternsOf(source.paths, former.documents[key]?.paths, trees);
    return paths === source.paths ? source : { ...source, paths };
  });
  return { ...layout, units, documents };
}

/** The same list when nothing has moved. */
function patternsOf(
  now: readonly string[],
  former: readonly string[] = [],
  { tree, head }: TwoTrees,
): readonly string[] {
  const moved = former.filter(
    (pattern) => !now.includes(pattern) && isAnywhere(pattern, tree) && !isAnywhere(pattern, head),
  );
  return moved.length === 0 ? now : [...now.filter((pattern) => isAnywhere(pattern, tree)), ...moved];
}

function isAnywhere(pattern: string, tree: Snapshot): boolean {
  return matchingPaths(tree, pattern).length > 0;
}

function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value, key: string) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
