import { entryKey, entrySlug } from "../core/entry-key.ts";
import type { Misnamed, SpecFacts, SpecPackage } from "../core/fact.ts";
import { startOf } from "../core/location.ts";
import { nearest } from "../core/nearest.ts";
import type { Settings } from "../core/settings.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { countTasks, scanSpecFile, type SpecFile } from "./spec-file.ts";

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
    else all.push(specPackage({ path, name, digits: groups["number"], slug: groups["slug"] }, snapshot, settings));
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

function specPackage(named: Named, snapshot: Snapshot, settings: Settings): SpecPackage {
  const files = lazy(() => snapshot.entries(named.path).map((entry) => entry.name));
  const specFile = lazy(() => {
    const name = settings.specFiles.find((candidate) => files().includes(candidate));
    return name === undefined ? undefined : `${named.path}/${name}`;
  });
  const scanned = lazy((): SpecFile | undefined => {
    const path = specFile();
    const result = path === undefined ? undefined : snapshot.read(path);
    return result?.ok === true ? scanSpecFile(result.text) : undefined;
  });
  const tasks = lazy(() => {
    const result = files().includes("tasks.md") ? snapshot.read(`${named.path}/tasks.md`) : undefined;
    return result?.ok === true ? countTasks(result.text) : undefined;
  });
  return {
    number: Number(named.digits), digits: named.digits, slug: named.slug, text: named.name, path: named.path, location: startOf(named.path),
    get files() { return files(); },
    get specFile() { return specFile(); },
    get title() { return scanned()?.title; },
    get status() { return scanned()?.status; },
    get tasks() { return tasks(); },
    get substantial() { return scanned()?.substantial; },
  };
}

function lazy<Value>(compute: () => Value): () => Value {
  let held: { value: Value } | undefined;
  return () => (held ??= { value: compute() }).value;
}

function indexed(root: string | undefined, all: readonly SpecPackage[], misnamed: readonly Misnamed[]): SpecFacts {
  const byNumber = groupByNumber(all);
  const bySlug = new Map(all.map((spec) => [spec.slug, spec]));
  const byTitle = lazy(() => new Map(all.flatMap((spec) => (spec.title === undefined ? [] : [[withoutFirstVersion(entryKey(spec.title)), spec] as const]))));
  const slugged = (slug: string): SpecPackage | undefined => bySlug.get(slug.replace(/^\d+-/, "")) ?? bySlug.get(slug);
  return {
    root, all, misnamed, width: commonWidth(all),
    has: (spec) => byNumber.has(spec),
    numbered: (spec) => byNumber.get(spec) ?? [],
    slugged,
    titled: (title) => bySlug.get(entrySlug(title)) ?? bySlug.get(entrySlug(title).replace(/-v1$/, "")) ?? byTitle().get(withoutFirstVersion(entryKey(title))),
    nearest: (name) => nearestPackage(name, all, byNumber),
  };
}

/** "X v1" and "X" are one thing when a spec carries the title; "X v2" is another. */
function withoutFirstVersion(key: string): string {
  return key.replace(/ v1$/, "");
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

function nearestPackage(name: string, all: readonly SpecPackage[], byNumber: Map<number, SpecPackage[]>): SpecPackage | undefined {
  const slug = name.replace(/^\d+-/, "");
  const numbered = byNumber.get(Number(/^\d+/.exec(name)?.[0] ?? Number.NaN))?.[0];
  if (numbered !== undefined) return numbered;
  const close = nearest(slug, all.map((spec) => spec.slug));
  return close === undefined ? undefined : all.find((spec) => spec.slug === close);
}
