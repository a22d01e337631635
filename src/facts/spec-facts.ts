import { entryKey, entrySlug } from "../core/entry-key.ts";
import type { Misnamed, SpecFacts, SpecPackage } from "../core/fact.ts";
import { startOf } from "../core/location.ts";
import { nearest } from "../core/nearest.ts";
import type { Settings } from "../core/settings.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { lineLocator } from "./line-quote.ts";
import { remembered, type FileContent } from "./remembered.ts";
import { scanSpecFile, type SpecFile } from "./spec-file.ts";
import { progressOf, readTasks, scanMarkers } from "./spec-markers.ts";

/** The spec packages under the spec root. Names are read at once, contents on demand. */
export function specFacts(snapshot: Snapshot, settings: Settings): SpecFacts {
  const root = settings.specs?.path;
  const exists = root !== undefined && isDirectory(snapshot, root);
  const pattern = new RegExp(settings.specPattern);
  const all: SpecPackage[] = [];
  const misnamed: Misnamed[] = [];
  for (const { name, kind } of exists ? snapshot.entries(root) : []) {
    if (kind !== "directory" || name.startsWith(".")) continue;
    const path = `${root}/${name}`;
    const groups = pattern.exec(name)?.groups;
    if (groups?.["number"] === undefined || groups["slug"] === undefined) misnamed.push({ text: name, location: startOf(path) });
    else all.push(rememberedPackage({ path, name, digits: groups["number"], slug: groups["slug"] }, snapshot, settings));
  }
  all.sort((one, other) => one.number - other.number || (one.text < other.text ? -1 : 1));
  return indexed(exists ? root : undefined, all, misnamed);
}

function isDirectory(snapshot: Snapshot, path: string): boolean {
  const at = path.lastIndexOf("/");
  return snapshot.entries(path.slice(0, Math.max(at, 0))).some((entry) => entry.name === path.slice(at + 1) && entry.kind === "directory");
}

interface Named {
  readonly path: string;
  readonly name: string;
  readonly digits: string;
  readonly slug: string;
}

/** Packages by what identifies their directories: of two trees of a replay most are the same, and then so is what was read of them. */
const packages = new WeakMap<Settings, Map<string, SpecPackage>>();
const mostPackages = 20_000;

function rememberedPackage(named: Named, snapshot: Snapshot, settings: Settings): SpecPackage {
  const version = snapshot.version?.(named.path);
  if (version === undefined) return specPackage(named, snapshot, settings);
  const known = packages.get(settings) ?? new Map<string, SpecPackage>();
  packages.set(settings, known);
  const key = `${named.path}\0${version}`;
  const found = known.get(key) ?? specPackage(named, snapshot, settings);
  if (known.size >= mostPackages) known.clear();
  known.set(key, found);
  return found;
}

const fileIn = remembered((_path, text) => scanSpecFile(text));
const markersIn = remembered(scanMarkers);
const tasksIn = remembered(readTasks);

function specPackage(named: Named, snapshot: Snapshot, settings: Settings): SpecPackage {
  const entries = lazy(() => snapshot.entries(named.path));
  const files = lazy(() => entries().map((entry) => entry.name));
  const specFile = lazy(() => {
    const name = settings.specFiles.find((candidate) => entries().some((entry) => entry.name === candidate && entry.kind === "file"));
    return name === undefined ? undefined : `${named.path}/${name}`;
  });
  const read = (path: string | undefined): FileContent | undefined => {
    const result = path === undefined ? undefined : snapshot.read(path);
    return path === undefined || result?.ok !== true ? undefined : { path, text: result.text, id: result.id };
  };
  const scanned = lazy((): SpecFile | undefined => mapped(read(specFile()), fileIn));
  const statusLine = lazy(() => {
    const { status, statusLine: line } = scanned() ?? {};
    return line === undefined ? undefined : mapped(read(specFile()), ({ path, text }) => ({ text: `Status: ${status ?? ""}`, location: lineLocator(path, text)(line) }));
  });
  const markers = lazy(() => mapped(read(specFile()), markersIn));
  const taskFile = lazy(() => (files().includes("tasks.md") ? read(`${named.path}/tasks.md`) : undefined));
  const taskList = lazy(() => mapped(taskFile(), tasksIn));
  const tasks = lazy(() => mapped(taskList(), progressOf));
  const closeOut = lazy(() => markers()?.closeOut ?? mapped(taskFile(), markersIn)?.closeOut);
  return {
    number: Number(named.digits), digits: named.digits, slug: named.slug, text: named.name, path: named.path, location: startOf(named.path),
    get files() { return files(); },
    get specFile() { return specFile(); },
    get title() { return scanned()?.title; },
    get status() { return scanned()?.status; },
    get statusLine() { return statusLine(); },
    get branch() { return scanned()?.branch; },
    get tasks() { return tasks(); },
    get taskList() { return taskList(); },
    get clarifications() { return markers()?.clarifications ?? []; },
    get deferrals() { return markers()?.deferrals ?? []; },
    get closeOut() { return closeOut(); },
    get substantial() { return scanned()?.substantial; },
  };
}

function mapped<Value, Result>(value: Value | undefined, map: (value: Value) => Result): Result | undefined {
  return value === undefined ? undefined : map(value);
}

function lazy<Value>(compute: () => Value): () => Value {
  let held: { value: Value } | undefined;
  return () => (held ??= { value: compute() }).value;
}

function indexed(root: string | undefined, all: readonly SpecPackage[], misnamed: readonly Misnamed[]): SpecFacts {
  const byNumber = groupByNumber(all);
  const bySlug = firstBy(all, (spec) => spec.slug);
  return {
    root, all, misnamed, width: commonWidth(all),
    has: (spec) => byNumber.has(spec),
    numbered: (spec) => byNumber.get(spec) ?? [],
    slugged: (slug) => bySlug.get(slug) ?? bySlug.get(slug.replace(/^\d+-/, "")),
    titled: titledBy(all, bySlug),
    nearest: (name) => nearestPackage(name, all, byNumber),
  };
}

/** Slugs first: titles cost a read of every package. "X v1" and "X" are one thing, "X v2" is another. */
function titledBy(all: readonly SpecPackage[], bySlug: ReadonlyMap<string, SpecPackage>): SpecFacts["titled"] {
  const keyOf = (spec: SpecPackage): string => entryKey(spec.title ?? "");
  const byKey = lazy(() => firstBy(all, keyOf));
  const byBareKey = lazy(() => firstBy(all, (spec) => withoutFirstVersion(keyOf(spec))));
  return (title) => {
    const key = entryKey(title);
    if (key === "") return undefined;
    const bare = withoutFirstVersion(key);
    const slugged = bySlug.get(entrySlug(title)) ?? bySlug.get(entrySlug(bare));
    return slugged ?? byKey().get(key) ?? byBareKey().get(bare);
  };
}

function withoutFirstVersion(key: string): string {
  return key.replace(/ v1$/, "");
}

/** The packages by a key, the lowest number where several share one. */
function firstBy(all: readonly SpecPackage[], keyOf: (spec: SpecPackage) => string): ReadonlyMap<string, SpecPackage> {
  const found = new Map<string, SpecPackage>();
  for (const spec of all) if (!found.has(keyOf(spec))) found.set(keyOf(spec), spec);
  return found;
}

function groupByNumber(all: readonly SpecPackage[]): Map<number, SpecPackage[]> {
  const groups = new Map<number, SpecPackage[]>();
  for (const spec of all) groups.set(spec.number, [...(groups.get(spec.number) ?? []), spec]);
  return groups;
}

function commonWidth(all: readonly SpecPackage[]): number {
  const counts = new Map<number, number>();
  for (const { digits } of all) counts.set(digits.length, (counts.get(digits.length) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? 3;
}

/** A package with the same number is nearest, then one with a similar slug, then one with a similar name. */
function nearestPackage(name: string, all: readonly SpecPackage[], byNumber: ReadonlyMap<number, readonly SpecPackage[]>): SpecPackage | undefined {
  const slug = name.replace(/^\d+-/, "");
  const like = (specs: readonly SpecPackage[]): SpecPackage | undefined => {
    const close = nearest(slug, specs.map((spec) => spec.slug));
    return specs.find((spec) => spec.slug === close);
  };
  const numbered = byNumber.get(Number(/^\d+/.exec(name)?.[0] ?? Number.NaN)) ?? [];
  const close = like(numbered) ?? numbered[0] ?? like(all);
  if (close !== undefined) return close;
  const named = nearest(name, all.map((spec) => spec.text));
  return all.find((spec) => spec.text === named);
}
