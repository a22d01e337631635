import type { DeltaRequirement, Delta } from "../../core/requirement.ts";
import type { Unit } from "../../core/unit.ts";
import { hasAllTicked } from "./unit-completion.ts";

/** The directory in which the units of one project lie: "cli/plans" of "cli/plans/changes". */
function projectOf({ root }: Unit): string {
  return root.slice(0, Math.max(0, root.lastIndexOf("/")));
}

/** The unit that a delta changes: of the same project, and not a change itself. */
export function changedSpecification(unit: Unit, { name }: Delta, all: readonly Unit[]): Unit | undefined {
  return specificationsOf(unit, all).find((one) => one.name.text === name);
}

/** The units of the same project that have requirements and change none. */
export function specificationsOf(unit: Unit, all: readonly Unit[]): Unit[] {
  return all.filter(
    (one) =>
      one.layout === unit.layout &&
      one.source !== unit.source &&
      one.deltas.length === 0 &&
      projectOf(one) === projectOf(unit),
  );
}

/** What other active units of the kind do to the specification of that name. */
function otherDeltas(unit: Unit, { name }: Delta, all: readonly Unit[]): DeltaRequirement[] {
  return all
    .filter((one) => one !== unit && one.source === unit.source && one.root === unit.root && one.state === "live")
    .flatMap(({ deltas }) => deltas.filter((delta) => delta.name === name))
    .flatMap(({ requirements }) => requirements);
}

/** The keys of the names that a change, or another active one, brings to the specification of that name. */
export function comingNames(unit: Unit, delta: Delta, all: readonly Unit[]): ReadonlySet<string> {
  const changes = [...otherDeltas(unit, delta, all), ...delta.requirements];
  return new Set(changes.flatMap(({ kind, key, to }) => (kind === "added" ? [key] : (to ?? []))));
}

/** What a change finds. */
export interface Specified {
  /** Keys of the requirements that are there. */
  readonly has: ReadonlySet<string>;
  /** Names that this change or another active one brings. */
  readonly coming: ReadonlySet<string>;
  readonly unit: Unit;
}

/** Whether what is to be changed is not there. What is removed or renamed may be gone because the change is carried out. */
export function changesNothing({ kind, key, to }: DeltaRequirement, { has, coming, unit }: Specified): boolean {
  if (kind === "added" || has.has(key) || coming.has(key)) return false;
  if (kind === "renamed") return to === undefined || !has.has(to);
  return kind === "modified" || !hasAllTicked(unit);
}
