import type { AuditModel } from "../core/audit-model.ts";
import type { Candidate, SpecTarget } from "../core/claims/claim.ts";
import type { SpecPackage } from "../core/fact.ts";
import { derived } from "../core/derived.ts";
import type { Location } from "../core/location.ts";
import { startOf } from "../core/location.ts";
import type { Unit } from "../core/unit.ts";
import { isSoundTarget, keysOf, packageOf } from "../rule-api/index.ts";

/** What words of a document lead to: an entry of the queue, a unit or spec, or another path. */
export type Target = EntryTarget | PlaceTarget;

export interface EntryTarget {
  readonly kind: "entry";
  readonly entry: Candidate;
}

export interface PlaceTarget {
  readonly kind: "place";
  /** Of the unit, else of the file or directory; the same for all words that lead there. */
  readonly path: string;
  readonly unit: Unit | undefined;
  readonly spec: SpecPackage | undefined;
}

/** A text that says the same for the same target. */
export function idOf(target: Target): string {
  if (target.kind === "entry") return `entry ${target.entry.key}`;
  return `place ${target.path} ${target.unit !== undefined && isInFile(target.unit) ? target.unit.id : ""}`;
}

export function entryTarget(entry: Candidate): EntryTarget {
  return { kind: "entry", entry };
}

export function unitTarget(unit: Unit, { facts }: AuditModel): PlaceTarget {
  return { kind: "place", path: unit.path, unit, spec: specAt(unit.path, facts.specs.all) };
}

export function specTarget(spec: SpecPackage, { facts }: AuditModel): PlaceTarget {
  const unit = facts.units.at(spec.path);
  return { kind: "place", path: spec.path, unit: unit?.path === spec.path ? unit : undefined, spec };
}

/** The unit or spec that a path is or is inside of, else the path itself. */
export function pathTarget(path: string, model: AuditModel): PlaceTarget {
  const { units, specs } = model.facts;
  const unit = units.at(path);
  if (unit !== undefined) return unitTarget(unit, model);
  const spec = specs.all.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  return spec === undefined ? { kind: "place", path, unit: undefined, spec: undefined } : specTarget(spec, model);
}

/** The specs that a number names; none when number and slug do not go together. */
export function numberedTargets(target: SpecTarget, model: AuditModel): PlaceTarget[] {
  if (!isSoundTarget(target, model.facts)) return [];
  return model.facts.specs
    .numbered(target.spec)
    .filter(({ slug }) => target.slug === undefined || slug === target.slug)
    .map((spec) => specTarget(spec, model));
}

const entriesByKey = derived<readonly Candidate[], ReadonlyMap<string, readonly Candidate[]>>();

/** The entries that are called so now or were once. */
export function entriesCalled(key: string, { claims }: AuditModel): readonly Candidate[] {
  const all = claims.of("candidate");
  const index = entriesByKey(all, () => {
    const byKey = new Map<string, Candidate[]>();
    for (const entry of all) for (const one of keysOf(entry)) byKey.set(one, [...(byKey.get(one) ?? []), entry]);
    return byKey;
  });
  return index.get(key) ?? [];
}

/** The spec or unit that carries an entry. */
export function carrierOf(entry: Candidate, model: AuditModel): PlaceTarget | undefined {
  const spec = packageOf(entry, model.facts);
  return spec === undefined ? undefined : specTarget(spec, model);
}

/** The entries that a spec or unit carries. */
export function entriesCarriedBy(place: PlaceTarget, model: AuditModel): readonly Candidate[] {
  return model.claims.of("candidate").filter((entry) => carrierOf(entry, model)?.path === place.path);
}

/** Where a target begins; undefined for a directory without a document. */
export function placeOfTarget(target: Target): Location | undefined {
  if (target.kind === "entry") return target.entry.head;
  const { unit, spec, path } = target;
  if (unit !== undefined && isInFile(unit)) return unit.location;
  const main = mainOf(target);
  if (main !== undefined) return startOf(main);
  return unit === undefined && spec === undefined ? startOf(path) : undefined;
}

/** The document of a directory that is a unit or spec; else the path itself. */
export function documentAt(path: string, model: AuditModel): string {
  const target = pathTarget(path, model);
  return target.path === path ? (mainOf(target) ?? path) : path;
}

/** Whether a unit is an entry of a file that holds several. */
export function isInFile({ path, root }: Unit): boolean {
  return path === root;
}

function mainOf({ unit, spec }: PlaceTarget): string | undefined {
  return unit?.main ?? spec?.specFile;
}

function specAt(path: string, all: readonly SpecPackage[]): SpecPackage | undefined {
  return all.find((spec) => spec.path === path);
}
