import type { Location } from "../core/location.ts";
import type { Spot } from "./look.ts";
import { mentionAt, mentionsIn, type Mention } from "./mentions.ts";
import {
  carrierOf,
  entriesCarriedBy,
  entryTarget,
  idOf,
  isInFile,
  pathTarget,
  placeOfTarget,
  type PlaceTarget,
  type Target,
} from "./target.ts";

/** What is at a place: what its words lead to, else the unit whose document it is in. */
export function targetsAt({ look: { model }, path, offset }: Spot): {
  readonly mention: Mention | undefined;
  readonly targets: readonly Target[];
} {
  const mention = mentionAt(model, path, offset);
  if (mention !== undefined) return { mention, targets: mention.targets };
  const own = ownUnit(path, { look: { model }, path, offset } as Spot);
  return { mention, targets: own === undefined ? [] : [own] };
}

/** The unit or spec that a document belongs to. */
function ownUnit(path: string, { look: { model } }: Spot): PlaceTarget | undefined {
  const target = pathTarget(path, model);
  const isOwn = (target.unit !== undefined && !isInFile(target.unit)) || target.spec !== undefined;
  return isOwn ? target : undefined;
}

/** Where the things at a place are: from an entry to its unit, from a unit to its entry, from everything else to what it names. */
export function definitionsAt(spot: Spot): Location[] {
  const { model } = spot.look;
  const { mention, targets } = targetsAt(spot);
  if (mention === undefined) return placesOf(targets.flatMap((target) => partnersOf(target, spot)));
  if (mention.declares === undefined) return placesOf(targets);
  const carrier = carrierOf(mention.declares, model);
  return placesOf(carrier === undefined ? targets : [carrier]);
}

/** Everything that names the things at a place, or what carries them. */
export function referencesAt(spot: Spot, withDeclaration: boolean): Location[] {
  const { targets } = targetsAt(spot);
  const wanted = [...targets, ...targets.flatMap((target) => partnersOf(target, spot))];
  const ids = new Set(wanted.map(idOf));
  const mentions = mentionsIn(spot.look.model)
    .filter(({ declares }) => withDeclaration || declares === undefined)
    .filter((mention) => mention.targets.some((target) => ids.has(idOf(target))))
    .map(({ location }) => location);
  const declared = withDeclaration ? placesOf(wanted.filter(({ kind }) => kind === "place")) : [];
  return unique([...mentions, ...declared]);
}

/** The unit of an entry, and the entries of a unit. */
function partnersOf(target: Target, { look: { model } }: Spot): Target[] {
  if (target.kind === "place") return entriesCarriedBy(target, model).map(entryTarget);
  const carrier = carrierOf(target.entry, model);
  return carrier === undefined ? [] : [carrier];
}

function placesOf(targets: readonly Target[]): Location[] {
  return unique(
    targets.flatMap((target) => {
      const place = placeOfTarget(target);
      return place === undefined ? [] : [place];
    }),
  );
}

function unique(locations: readonly Location[]): Location[] {
  const byPlace = new Map(locations.map((one) => [`${one.path}:${one.offset}:${one.endOffset}`, one]));
  return [...byPlace.values()].sort((one, other) =>
    one.path === other.path ? one.offset - other.offset : one.path < other.path ? -1 : 1,
  );
}
