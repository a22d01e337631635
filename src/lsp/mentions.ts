import type { AuditModel } from "../core/audit-model.ts";
import type { Candidate, Claims, SpecTarget } from "../core/claims/claim.ts";
import { derived } from "../core/derived.ts";
import type { Location } from "../core/location.ts";
import type { Unit } from "../core/unit.ts";
import { entriesCalled, entryTarget, numberedTargets, pathTarget, unitTarget, type Target } from "./target.ts";

/** Words that lead somewhere. */
export interface Mention {
  readonly location: Location;
  readonly targets: readonly Target[];
  /** Set for the head of an entry: the entry is here. */
  readonly declares?: Candidate;
}

const mentionsOf = derived<AuditModel, readonly Mention[]>();

/** Everything in the documents that names an entry, a unit, a spec or a path of the repository. */
export function mentionsIn(model: AuditModel): readonly Mention[] {
  return mentionsOf(model, () =>
    [...ofEntries(model), ...ofRows(model), ...ofReferences(model), ...ofRecords(model), ...ofUnits(model)].filter(
      ({ targets }) => targets.length > 0,
    ),
  );
}

/** The shortest mention that holds a place; undefined when nothing there leads anywhere. */
export function mentionAt(model: AuditModel, path: string, offset: number): Mention | undefined {
  const length = ({ location }: Mention): number => location.endOffset - location.offset;
  return mentionsIn(model)
    .filter(({ location }) => location.path === path && location.offset <= offset && offset <= location.endOffset)
    .sort((one, other) => length(one) - length(other))[0];
}

function ofEntries(model: AuditModel): Mention[] {
  return model.claims
    .of("candidate")
    .flatMap((entry) => [
      { location: entry.head, targets: [entryTarget(entry)], declares: entry },
      ...entry.targets.map((target) => ofNumber(target, model)),
    ]);
}

/** The kinds of claims that name an entry by its title. */
const titled = ["ledger-row", "roadmap-item", "removal-record", "discovery", "diagram-state"] as const;

function ofRows(model: AuditModel): Mention[] {
  const { claims } = model;
  const rows = titled.flatMap((kind) =>
    claims
      .of(kind)
      .flatMap((claim): Mention[] => [
        { location: claim.location, targets: [...called(claim.key, model), ...numbered(claim, model)] },
        ...targetsOf(claim).map((target) => ofNumber(target, model)),
      ]),
  );
  const reported = claims.of("reported-role").map(({ location, key }) => ({ location, targets: called(key, model) }));
  const named = [...claims.of("dependency"), ...claims.of("supersession")].map(({ location, key, target }) => ({
    location,
    targets: target === undefined ? called(key, model) : numberedTargets(target, model),
  }));
  return [...rows, ...reported, ...named];
}

function called(key: string, model: AuditModel): Target[] {
  return entriesCalled(key, model).map(entryTarget);
}

function targetsOf(claim: object): readonly SpecTarget[] {
  return "targets" in claim ? (claim.targets as readonly SpecTarget[]) : [];
}

function numbered(claim: object, model: AuditModel): Target[] {
  return targetsOf(claim).flatMap((target) => numberedTargets(target, model));
}

function ofNumber(target: SpecTarget, model: AuditModel): Mention {
  return { location: target.location, targets: numberedTargets(target, model) };
}

function ofReferences(model: AuditModel): Mention[] {
  const { claims, facts } = model;
  const toPath = (location: Location, target: string): Mention => {
    const found = facts.paths.resolve(target, location.path);
    return { location, targets: found.exists === true ? [pathTarget(found.path, model)] : [] };
  };
  return [
    ...specTargetsIn(claims).map((target) => ofNumber(target, model)),
    ...claims.of("path").map(({ location, target }) => toPath(location, target)),
    ...claims.of("heading-link").map(({ location, target }) => toPath(location, target)),
    ...claims
      .of("evidence")
      .flatMap(({ form, location, target }) => (form === "path" ? [toPath(location, target)] : [])),
  ];
}

function specTargetsIn(claims: Claims): readonly SpecTarget[] {
  const single = [...claims.of("spec-reference"), ...claims.of("promoted"), ...claims.of("promotion-note")];
  return [...single.map(({ target }) => target), ...claims.of("deferral-trigger").flatMap(({ targets }) => targets)];
}

function ofRecords(model: AuditModel): Mention[] {
  return model.claims.of("plan-record").map(({ location, record }) => ({
    location,
    targets: record.unit === undefined ? [] : [unitTarget(record.unit, model)],
  }));
}

function ofUnits(model: AuditModel): Mention[] {
  return model.facts.units.all.flatMap((unit) => [...ofRelations(unit, model), ...ofLinks(unit, model)]);
}

function ofRelations(unit: Unit, model: AuditModel): Mention[] {
  return unit.relations.map(({ location, text, id, unit: kind }) => {
    const resolution = model.facts.units.resolve({ text, id, sources: [kind] }, location.path);
    return { location, targets: resolution.kind === "found" ? [unitTarget(resolution.unit, model)] : [] };
  });
}

function ofLinks(unit: Unit, model: AuditModel): Mention[] {
  return unit.links.map(({ location, target }) => {
    const found = model.facts.paths.resolve(target, location.path);
    return { location, targets: found.exists === true ? [pathTarget(found.path, model)] : [] };
  });
}
