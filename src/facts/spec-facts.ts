import type { SpecFacts, SpecPackage } from "../core/fact.ts";
import { nearest } from "../core/nearest.ts";
import type { Settings } from "../core/settings.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { specDirectories, type SpecDirectories, type SpecListing } from "./spec-directories.ts";
import { LazySpecPackage, listed, scanSpec, type SpecDirectory } from "./spec-package.ts";
import { titledSpecs } from "./titled-specs.ts";
import { unnumberedSpecs, unrecognisedDirectories } from "./unnumbered-specs.ts";

/** How what is below the spec root is looked at: anew, or as it was in another tree. */
export interface SpecSource {
  directories(listings: readonly SpecListing[]): SpecDirectories;
  package(named: SpecDirectory): SpecPackage;
}

export function specSource(snapshot: Snapshot, settings: Settings, scan = scanSpec): SpecSource {
  const source = { snapshot, settings, scan };
  return {
    directories: (listings) => specDirectories(listings, settings),
    package: (named) => new LazySpecPackage(named, source),
  };
}

/** The spec packages under the spec root. Names are read at once, contents on demand. */
export function specFacts(
  snapshot: Snapshot,
  settings: Settings,
  source: SpecSource = specSource(snapshot, settings),
): SpecFacts {
  const roots = specRoots(settings).filter((root) => isDirectory(snapshot, root));
  const directories = source.directories(roots.map((root) => ({ root, entries: listed(snapshot, root) })));
  const { named, width, firstNumbered, firstSlugged } = directories;
  const unrecognised = unrecognisedDirectories(snapshot, directories, settings);
  const all = named.map((one) => source.package(one));
  const answers = new Map<number, readonly SpecPackage[]>();
  const numbered = (spec: number): readonly SpecPackage[] => {
    const found = answers.get(spec) ?? runFrom(all, firstNumbered.get(spec) ?? all.length);
    answers.set(spec, found);
    return found;
  };
  const slugged = (slug: string): SpecPackage | undefined => all[firstSlugged().get(slug) ?? all.length];
  return {
    root: roots[0],
    roots,
    all,
    unrecognised,
    width,
    unnumbered: unnumberedSpecs(roots, named.length, unrecognised),
    numbered,
    has: (spec) => firstNumbered.has(spec),
    slugged: (slug) => slugged(slug) ?? slugged(slug.replace(/^\d+-/, "")),
    titled: titledSpecs(all, slugged),
    nearest: (name) => nearestPackage(name, all, numbered),
  };
}

/** Where specs are looked for, the first root first. */
function specRoots({ specs, otherSpecRoots }: Settings): readonly string[] {
  return specs === undefined ? [] : [specs.path, ...otherSpecRoots];
}

function isDirectory(snapshot: Snapshot, path: string): boolean {
  const at = path.lastIndexOf("/");
  return snapshot
    .entries(path.slice(0, Math.max(at, 0)))
    .some((entry) => entry.name === path.slice(at + 1) && entry.kind === "directory");
}

/** The packages from one on that have its number. */
function runFrom(all: readonly SpecPackage[], start: number): readonly SpecPackage[] {
  let end = start;
  while (end < all.length && all[end]?.number === all[start]?.number) end += 1;
  return all.slice(start, end);
}

/** A package with the same number is nearest, then one with a similar slug, then one with a similar name. */
function nearestPackage(
  name: string,
  all: readonly SpecPackage[],
  numberedBy: SpecFacts["numbered"],
): SpecPackage | undefined {
  const slug = name.replace(/^\d+-/, "");
  const like = (specs: readonly SpecPackage[]): SpecPackage | undefined => {
    const close = nearest(
      slug,
      specs.map((spec) => spec.slug),
    );
    return specs.find((spec) => spec.slug === close);
  };
  const numbered = numberedBy(Number(/^\d+/.exec(name)?.[0] ?? Number.NaN));
  const close = like(numbered) ?? numbered[0] ?? like(all);
  if (close !== undefined) return close;
  const named = nearest(
    name,
    all.map((spec) => spec.text),
  );
  return all.find((spec) => spec.text === named);
}
