import type { SpecFacts, SpecPackage } from "../core/fact.ts";
import { nearest } from "../core/nearest.ts";
import type { Settings } from "../core/settings.ts";
import type { DirectoryEntry, Snapshot } from "../core/snapshot.ts";
import { noDirectories, specDirectories, type SpecDirectories } from "./spec-directories.ts";
import { LazySpecPackage, listed, scanSpec, type SpecDirectory } from "./spec-package.ts";
import { titledSpecs } from "./titled-specs.ts";

/** How what is below the spec root is looked at: anew, or as it was in another tree. */
export interface SpecSource {
  directories(entries: readonly DirectoryEntry[]): SpecDirectories;
  package(named: SpecDirectory): SpecPackage;
}

export function specSource(snapshot: Snapshot, settings: Settings, scan = scanSpec): SpecSource {
  const source = { snapshot, settings, scan };
  return {
    directories: (entries) => specDirectories(entries, settings),
    package: (named) => new LazySpecPackage(named, source),
  };
}

/** The spec packages under the spec root. Names are read at once, contents on demand. */
export function specFacts(
  snapshot: Snapshot,
  settings: Settings,
  source: SpecSource = specSource(snapshot, settings),
): SpecFacts {
  const root = settings.specs?.path;
  const exists = root !== undefined && isDirectory(snapshot, root);
  const directories = exists ? source.directories(listed(snapshot, root)) : noDirectories;
  const { named, unrecognised, width, firstNumbered, firstSlugged } = directories;
  const all = named.map((one) => source.package(one));
  const answers = new Map<number, readonly SpecPackage[]>();
  const numbered = (spec: number): readonly SpecPackage[] => {
    const found = answers.get(spec) ?? runFrom(all, firstNumbered.get(spec) ?? all.length);
    answers.set(spec, found);
    return found;
  };
  const slugged = (slug: string): SpecPackage | undefined => all[firstSlugged().get(slug) ?? all.length];
  return {
    root: exists ? root : undefined,
    all,
    unrecognised,
    width,
    numbered,
    has: (spec) => firstNumbered.has(spec),
    slugged: (slug) => slugged(slug) ?? slugged(slug.replace(/^\d+-/, "")),
    titled: titledSpecs(all, slugged),
    nearest: (name) => nearestPackage(name, all, numbered),
  };
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
