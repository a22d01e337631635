import { entryKey, entrySlug } from "../core/entry-key.ts";
import type { UnrecognisedDirectory, SpecFacts, SpecPackage } from "../core/fact.ts";
import { lazily } from "../core/lazily.ts";
import { startOf } from "../core/location.ts";
import { matchSpecName } from "../core/match-spec-name.ts";
import { nearest } from "../core/nearest.ts";
import type { Settings } from "../core/settings.ts";
import type { DirectoryEntry, Snapshot } from "../core/snapshot.ts";
import { LazySpecPackage, listed, type SpecDirectory } from "./spec-package.ts";

/** What was read of the tree before. */
interface Earlier {
  /** What identifies all that is below the spec root. */
  readonly version: string;
  /** What identifies the whole tree. */
  readonly tree: string | undefined;
  readonly directories: Directories;
  readonly facts: SpecFacts;
}

const latest = new WeakMap<Settings, Earlier>();

/** The spec packages under the spec root. Names are read at once, contents on demand. Trees in which nothing below the root differs share them. */
export function specFacts(snapshot: Snapshot, settings: Settings): SpecFacts {
  const version = settings.specs === undefined ? undefined : snapshot.contentId?.(settings.specs.path);
  const before = latest.get(settings);
  const tree = snapshot.contentId?.("");
  if (version !== undefined && before?.version === version) {
    latest.set(settings, { ...before, tree });
    return before.facts;
  }
  const root = settings.specs?.path;
  const exists = root !== undefined && isDirectory(snapshot, root);
  const directories = exists ? directoriesIn(listed(snapshot, root), settings) : noDirectories;
  const all = packagesIn(directories, snapshot, settings);
  const facts = factsOf({ root: exists ? root : undefined, all }, directories);
  if (version !== undefined) latest.set(settings, { version, tree, directories, facts });
  return facts;
}

/** Where it is known what differs from the tree before, only that is looked at. */
function packagesIn(directories: Directories, snapshot: Snapshot, settings: Settings): readonly SpecPackage[] {
  const { changed } = snapshot;
  const { named, byPath } = directories;
  const before = latest.get(settings);
  if (changed === undefined || before?.tree !== changed.since)
    return named.map((one) => rememberedPackage(one, snapshot, settings));
  const all =
    before.directories === directories
      ? [...before.facts.all]
      : alongside(before, named).map(
          (spec, index) => spec ?? rememberedPackage(named[index] as SpecDirectory, snapshot, settings),
        );
  for (const path of changed.directories) {
    const index = byPath().get(path);
    if (index !== undefined) all[index] = rememberedPackage(named[index] as SpecDirectory, snapshot, settings);
  }
  return all;
}

/** The packages of the tree before beside the names of this one; undefined for those that it did not have. Both are in the same order. */
function alongside({ directories, facts }: Earlier, named: readonly SpecDirectory[]): (SpecPackage | undefined)[] {
  let next = 0;
  return named.map((one) => {
    const at = directories.named[next] === one ? next : directories.named.indexOf(one, next);
    if (at === -1) return undefined;
    next = at + 1;
    return facts.all[at];
  });
}

function factsOf(
  { root, all }: Pick<SpecFacts, "root" | "all">,
  { unrecognised, width, byNumber }: Directories,
): SpecFacts {
  const answers = new Map<number, readonly SpecPackage[]>();
  const numbered = (spec: number): readonly SpecPackage[] => {
    const found = answers.get(spec) ?? runFrom(all, byNumber.get(spec) ?? all.length);
    answers.set(spec, found);
    return found;
  };
  const bySlug = lazily(() => firstBy(all, (spec) => spec.slug));
  return {
    root,
    all,
    unrecognised,
    width,
    numbered,
    has: (spec) => byNumber.has(spec),
    slugged: (slug) => bySlug().get(slug) ?? bySlug().get(slug.replace(/^\d+-/, "")),
    titled: titledBy(all, bySlug),
    nearest: (name) => nearestPackage(name, all, numbered),
  };
}

/** The packages from one on that have its number. */
function runFrom(all: readonly SpecPackage[], start: number): readonly SpecPackage[] {
  let end = start;
  while (end < all.length && all[end]?.number === all[start]?.number) end += 1;
  return all.slice(start, end);
}

/** What the names of the directories say. */
interface Directories {
  /** By their numbers, then their names. */
  readonly named: readonly SpecDirectory[];
  readonly unrecognised: readonly UnrecognisedDirectory[];
  readonly width: number;
  /** The index in `named` of the first one with a number; the others follow it. */
  readonly byNumber: ReadonlyMap<number, number>;
  readonly byPath: () => ReadonlyMap<string, number>;
}

const noDirectories: Directories = {
  named: [],
  unrecognised: [],
  width: 3,
  byNumber: new Map(),
  byPath: () => new Map(),
};
/** By listing: trees of one repository share most of them. */
const known = new WeakMap<
  readonly DirectoryEntry[],
  { readonly settings: Settings; readonly directories: Directories }
>();

function directoriesIn(entries: readonly DirectoryEntry[], settings: Settings): Directories {
  const found = known.get(entries);
  if (found?.settings === settings) return found.directories;
  const directories = readDirectories(entries, settings);
  known.set(entries, { settings, directories });
  return directories;
}

/** What names of directories say, by settings: of two listings most names are the same. */
const readings = new WeakMap<Settings, Map<string, SpecDirectory | UnrecognisedDirectory>>();

function readDirectories(entries: readonly DirectoryEntry[], settings: Settings): Directories {
  const read = readings.get(settings) ?? new Map<string, SpecDirectory | UnrecognisedDirectory>();
  readings.set(settings, read);
  const pattern = new RegExp(settings.specPattern);
  const named: SpecDirectory[] = [];
  const unrecognised: UnrecognisedDirectory[] = [];
  for (const { name, kind } of entries) {
    if (kind !== "directory" || name.startsWith(".")) continue;
    const found = read.get(name) ?? readName(name, pattern, settings);
    read.set(name, found);
    if ("number" in found) named.push(found);
    else unrecognised.push(found);
  }
  named.sort((one, other) => one.number - other.number || (one.name < other.name ? -1 : 1));
  const byNumber = new Map<number, number>();
  named.forEach(({ number }, index) => {
    if (named[index - 1]?.number !== number) byNumber.set(number, index);
  });
  return {
    named,
    unrecognised,
    width: commonWidth(named),
    byNumber,
    byPath: lazily(() => new Map(named.map(({ path }, index) => [path, index]))),
  };
}

function readName(name: string, pattern: RegExp, { specs }: Settings): SpecDirectory | UnrecognisedDirectory {
  const path = `${specs?.path ?? ""}/${name}`;
  const match = matchSpecName(pattern, name);
  return match === undefined
    ? { text: name, location: startOf(path) }
    : { path, name, number: Number(match.number), digits: match.number, slug: match.slug };
}

function isDirectory(snapshot: Snapshot, path: string): boolean {
  const at = path.lastIndexOf("/");
  return snapshot
    .entries(path.slice(0, Math.max(at, 0)))
    .some((entry) => entry.name === path.slice(at + 1) && entry.kind === "directory");
}

/** Packages by their paths, with what identifies their directories: of two trees of a replay most are the same, and then so is what was read of them. */
const packages = new WeakMap<Settings, Map<string, { readonly version: string; readonly spec: SpecPackage }>>();

function rememberedPackage(named: SpecDirectory, snapshot: Snapshot, settings: Settings): SpecPackage {
  const version = snapshot.contentId?.(named.path);
  if (version === undefined) return new LazySpecPackage(named, snapshot, settings);
  const all = packages.get(settings) ?? new Map<string, { readonly version: string; readonly spec: SpecPackage }>();
  packages.set(settings, all);
  const found = all.get(named.path);
  if (found?.version === version) return found.spec;
  const spec = new LazySpecPackage(named, snapshot, settings);
  all.set(named.path, { version, spec });
  return spec;
}

/** Slugs first: titles cost a read of every package. "X v1" and "X" are one thing, "X v2" is another. */
function titledBy(all: readonly SpecPackage[], bySlug: () => ReadonlyMap<string, SpecPackage>): SpecFacts["titled"] {
  const byKey = lazily(() => firstBy(all, (spec) => keysOf(spec).key));
  // In most repositories no title ends in “v1”.
  const byBareKey = lazily(() =>
    all.some((spec) => keysOf(spec).bare !== keysOf(spec).key) ? firstBy(all, (spec) => keysOf(spec).bare) : byKey(),
  );
  const find = (title: string): SpecPackage | undefined => {
    const key = entryKey(title);
    if (key === "") return undefined;
    const bare = withoutFirstVersion(key);
    const slugged = bySlug().get(entrySlug(title)) ?? bySlug().get(entrySlug(bare));
    return slugged ?? byKey().get(key) ?? byBareKey().get(bare);
  };
  // Several rules ask for the same entries.
  const answers = new Map<string, SpecPackage | undefined>();
  return (title) => {
    if (!answers.has(title)) answers.set(title, find(title));
    return answers.get(title);
  };
}

interface TitleKeys {
  readonly key: string;
  readonly bare: string;
}

const titleKeys = new WeakMap<SpecPackage, TitleKeys>();

/** The keys of a package's title, made once: of two trees of a replay most packages are the same. */
function keysOf(spec: SpecPackage): TitleKeys {
  const found = titleKeys.get(spec);
  if (found !== undefined) return found;
  const key = entryKey(spec.title ?? "");
  const keys = { key, bare: withoutFirstVersion(key) };
  titleKeys.set(spec, keys);
  return keys;
}

function withoutFirstVersion(key: string): string {
  return key.replace(/ v1$/, "");
}

/** The packages by a key, the lowest number where several share one. */
function firstBy(all: readonly SpecPackage[], keyOf: (spec: SpecPackage) => string): ReadonlyMap<string, SpecPackage> {
  const found = new Map<string, SpecPackage>();
  for (const spec of all) {
    const key = keyOf(spec);
    if (!found.has(key)) found.set(key, spec);
  }
  return found;
}

function commonWidth(all: readonly SpecDirectory[]): number {
  const counts = new Map<number, number>();
  for (const { digits } of all) counts.set(digits.length, (counts.get(digits.length) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? 3;
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
