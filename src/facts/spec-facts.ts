import type { SpecFacts, SpecPackage } from "../core/fact.ts";
import { lazily } from "../core/lazily.ts";
import { nearest } from "../core/nearest.ts";
import type { Settings } from "../core/settings.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { specDirectories } from "./spec-directories.ts";
import { LazySpecPackage, type Named } from "./spec-package.ts";
import { firstBy, titledSpecs } from "./titled-specs.ts";

/** Gives the package of a directory. */
export type OpenPackage = (named: Named) => SpecPackage;

/** The spec packages under the spec root. Names are read at once, contents on demand. */
export function specFacts(
  snapshot: Snapshot,
  settings: Settings,
  openPackage: OpenPackage = (named) => new LazySpecPackage(named, snapshot, settings),
): SpecFacts {
  const roots = specRoots(settings).filter((root) => isDirectory(snapshot, root));
  const { named, misnamed, width, unnumbered } = specDirectories(snapshot, roots, settings);
  const all = named.map(openPackage);
  const byNumber = firstIndexes(named);
  const answers = new Map<number, readonly SpecPackage[]>();
  const numbered = (spec: number): readonly SpecPackage[] => {
    const found = answers.get(spec) ?? runFrom(all, byNumber.get(spec) ?? all.length);
    answers.set(spec, found);
    return found;
  };
  const bySlug = lazily(() => firstBy(all, (spec) => spec.slug));
  return {
    root: roots[0],
    roots,
    all,
    misnamed,
    width,
    unnumbered,
    numbered,
    has: (spec) => byNumber.has(spec),
    slugged: (slug) => bySlug().get(slug) ?? bySlug().get(slug.replace(/^\d+-/, "")),
    titled: titledSpecs(all, bySlug),
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

/** The index of the first one with a number; the others follow it. */
function firstIndexes(named: readonly Named[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  named.forEach(({ number }, index) => {
    if (!found.has(number)) found.set(number, index);
  });
  return found;
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
