import { nearest } from "../core/nearest.ts";
import { wholeName } from "../core/path-pattern.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Resolution, Unit, UnitReference } from "../core/unit.ts";
import { unitName, type FoundUnit } from "./find-units.ts";
import { namedPaths } from "./named-paths.ts";
import { canonicalId } from "./unit-id.ts";

/** Units by what a document may call them. */
export interface UnitIndex {
  readonly byPath: ReadonlyMap<string, Unit>;
  readonly byKey: ReadonlyMap<string, readonly Unit[]>;
  /** A place for each folder of each root, for paths that lead nowhere. */
  readonly places: readonly UnitPlace[];
}

export type UnitPlace = Omit<FoundUnit, "path" | "name">;

export function indexUnits(units: readonly Unit[], places: readonly UnitPlace[]): UnitIndex {
  const byKey = new Map<string, Unit[]>();
  for (const unit of units) {
    const { text, number, slug } = unit.name;
    const keys = [unit.id, stem(text), ...[number, slug].flatMap((part) => (part === undefined ? [] : [part]))];
    for (const key of new Set(keys.map(canonicalId))) byKey.set(key, [...(byKey.get(key) ?? []), unit]);
  }
  return {
    // A file of entries is none of them.
    byPath: new Map(units.filter(({ path, root }) => path !== root).map((unit) => [unit.path, unit])),
    byKey,
    places,
  };
}

/** The unit that a path is, or is inside of. */
export function unitAt(path: string, { byPath }: UnitIndex): Unit | undefined {
  for (let at = path; at !== "" && at !== "."; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
    const unit = byPath.get(at);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

export function resolveReference(
  reference: UnitReference,
  from: string,
  { index, snapshot }: { readonly index: UnitIndex; readonly snapshot: Pick<Snapshot, "entries"> },
): Resolution {
  if (reference.path !== undefined) {
    const answer = resolvePath(reference.path, from, { index, snapshot });
    if (answer.kind !== "unknown" || isPathAlone(reference)) return answer;
  }
  const named = (key: string | undefined): Unit[] => unitsNamed(key, reference, index);
  const [byId, byNumber, bySlug] = [named(reference.id), named(reference.number), named(reference.slug)];
  if (byId.length > 0) return oneOf(byId);
  if (byNumber.length > 0) return reference.slug === undefined ? oneOf(byNumber) : both(byNumber, bySlug);
  return bySlug.length > 0 ? oneOf(bySlug) : missing(reference, index);
}

/** Number and slug must mean one unit. */
function both(byNumber: readonly Unit[], bySlug: readonly Unit[]): Resolution {
  const units = byNumber.filter((unit) => bySlug.includes(unit));
  return units.length > 0 ? oneOf(units) : { kind: "contradicts", units: [...byNumber, ...bySlug] };
}

function unitsNamed(key: string | undefined, { sources }: UnitReference, { byKey }: UnitIndex): Unit[] {
  const units = key === undefined ? [] : (byKey.get(canonicalId(key)) ?? []);
  return units.filter(({ source }) => sources?.includes(source) !== false);
}

function isPathAlone({ id, number, slug }: UnitReference): boolean {
  return id === undefined && number === undefined && slug === undefined;
}

function oneOf(units: readonly Unit[]): Resolution {
  const [unit] = units;
  return unit !== undefined && units.length === 1 ? { kind: "found", unit } : { kind: "several", units };
}

type Tree = { readonly index: UnitIndex; readonly snapshot: Pick<Snapshot, "entries"> };

function resolvePath(target: string, from: string, { index, snapshot }: Tree): Resolution {
  const paths = namedPaths(target, from);
  for (const path of paths) {
    const unit = unitAt(path, index);
    if (unit !== undefined) return { kind: "found", unit };
  }
  for (const path of paths) {
    if (exists(path, snapshot)) continue;
    const place = placeOf(path, index);
    if (place !== undefined) return absent(place, index);
  }
  return { kind: "unknown", reason: `${target} is not where units are` };
}

interface NamedPlace {
  readonly place: UnitPlace;
  readonly name: string;
}

/** Where a unit of this path would be. */
function placeOf(path: string, { places }: UnitIndex): NamedPlace | undefined {
  for (const place of places) {
    const directory = place.folder === "" ? `${place.root}/` : `${place.root}/${place.folder}/`;
    if (!path.startsWith(directory)) continue;
    const name = path.slice(directory.length).split("/", 1)[0] ?? "";
    const pattern = wholeName(place.inFolder.name ?? place.source.name);
    if (unitName(pattern, name) !== undefined && !Object.hasOwn(place.source.folders, name)) return { place, name };
  }
  return undefined;
}

function absent({ place, name }: NamedPlace, index: UnitIndex): Resolution {
  const own = [...index.byPath.values()].filter(
    ({ source, layout }) => source === place.kind && layout === place.layout.name,
  );
  const pattern = wholeName(place.inFolder.name ?? place.source.name);
  const { slug, number } = unitName(pattern, name) ?? { slug: undefined, number: undefined };
  const same = own.filter(
    (unit) => unit.name.text === name || (slug !== undefined && unit.name.slug === slug && unit.name.number === number),
  );
  const [moved] = same;
  if (moved !== undefined && same.length === 1) return { kind: "moved", unit: moved };
  return { kind: "missing", root: place.root, nearest: nearestUnit(name, own) };
}

function missing(reference: UnitReference, { byPath, places }: UnitIndex): Resolution {
  const fits = places.filter(({ kind }) => reference.sources?.includes(kind) !== false);
  const [place] = fits;
  if (place === undefined || fits.some(({ kind }) => kind !== place.kind))
    return { kind: "unknown", reason: `it is not clear of what kind “${reference.text}” is` };
  const own = [...byPath.values()].filter(({ source }) => source === place.kind);
  return { kind: "missing", root: place.root, nearest: nearestUnit(reference.slug ?? reference.text, own) };
}

function nearestUnit(name: string, units: readonly Unit[]): Unit | undefined {
  const names = new Map(units.flatMap((unit) => [unit.name.text, unit.name.slug ?? ""].map((text) => [text, unit])));
  names.delete("");
  return names.get(nearest(stem(name), names.keys()) ?? nearest(name, names.keys()) ?? "");
}

function exists(path: string, { entries }: Pick<Snapshot, "entries">): boolean {
  const at = path.lastIndexOf("/");
  return entries(path.slice(0, Math.max(0, at))).some(({ name }) => name === path.slice(at + 1));
}

function stem(name: string): string {
  return name.replace(/\.(?:md|mdx|markdown|ya?ml|json)$/i, "");
}
