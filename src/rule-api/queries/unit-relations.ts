import type { UnitClaim } from "../../core/claims/claim.ts";
import type { Resolution, StatedRelation, Unit, Units } from "../../core/unit.ts";

/** Where more of the named units are not there, the names are of another place. */
const mostMissing = 0.25;

export interface MissingRelation {
  readonly claim: UnitClaim;
  readonly relation: StatedRelation;
  readonly resolution: Resolution & { readonly kind: "missing" };
  /** True where most of what units of the layout name is not there. */
  readonly isUsual: boolean;
}

/** The units that others name and that are nowhere. */
export function missingRelations(claims: readonly UnitClaim[], units: Units): MissingRelation[] {
  const all = claims.flatMap((claim) =>
    claim.unit.relations
      .filter(isStructural)
      .map((relation) => ({ claim, relation, resolution: resolve(relation, claim.unit, units) })),
  );
  const counts = new Map<string, { all: number; missing: number }>();
  for (const { claim, resolution } of all) {
    const count = counts.get(claim.unit.layout) ?? { all: 0, missing: 0 };
    counts.set(claim.unit.layout, {
      all: count.all + 1,
      missing: count.missing + (resolution.kind === "missing" ? 1 : 0),
    });
  }
  return all.flatMap(({ claim, relation, resolution }): MissingRelation[] => {
    if (resolution.kind !== "missing") return [];
    const count = counts.get(claim.unit.layout);
    const isUsual = count !== undefined && count.missing > count.all * mostMissing;
    return [{ claim, relation, resolution, isUsual }];
  });
}

/** What was superseded may have been removed since. */
function isStructural({ kind }: StatedRelation): boolean {
  return kind !== "superseded";
}

function resolve({ text, id, unit }: StatedRelation, { path }: Unit, units: Units): Resolution {
  return units.resolve({ text, id, sources: [unit] }, path);
}

/** The units that name others as their parent, by those; only where it is clear which one is meant, in the same file or root. */
export function childrenByParent(units: Units): ReadonlyMap<Unit, readonly Unit[]> {
  const found = new Map<Unit, Unit[]>();
  for (const unit of units.all) {
    for (const relation of unit.relations) {
      const parent = relation.kind === "parent" ? relative(relation, unit, units) : undefined;
      if (parent !== undefined && parent !== unit) found.set(parent, [...(found.get(parent) ?? []), unit]);
    }
  }
  return found;
}

/** The unit that a relation means; ids may be given again in another file or map. */
export function relative(relation: StatedRelation, unit: Unit, units: Units): Unit | undefined {
  const resolution = resolve(relation, unit, units);
  if (resolution.kind === "found") return resolution.unit;
  const own = (resolution.kind === "several" ? resolution.units : []).filter(
    ({ root, folder, path }) => root === unit.root && (path !== root || folder === unit.folder),
  );
  return own.length === 1 ? own[0] : undefined;
}
