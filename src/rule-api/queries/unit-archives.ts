import type { UnitClaim } from "../../core/claims/claim.ts";
import { startOf } from "../../core/location.ts";
import type { Quotation } from "../../core/quotation.ts";
import type { Unit, UnitTasks } from "../../core/unit.ts";
import { indexBy } from "./index-by.ts";
import { comparableStatuses } from "./unit-phase.ts";

const archivedNamed = indexBy(({ state, name }: Unit) => (state === "archived" ? [name.text] : []));
const archivedIn = indexBy(({ state, root }: Unit) => (state === "archived" ? [root] : []));

/** The very same name in an archive: one was copied, not moved. A name with a date or a new one is another unit. */
export function archivedTwin({ state, source, layout, root, name }: Unit, all: readonly Unit[]): Unit | undefined {
  if (state !== "live") return undefined;
  return archivedNamed(all, name.text).find(
    (one) => one.source === source && one.layout === layout && one.root === root,
  );
}

/** A unit of the same kind and root that is archived: there such units are moved. */
export function archiveOf(unit: Unit, all: readonly Unit[]): Unit | undefined {
  return archivedIn(all, unit.root).find(({ source }) => source === unit.source);
}

/** The document that tells most of how far it is. */
export function placeOfUnit({ unit, text }: UnitClaim): Quotation {
  return { text, location: startOf(unit.tasks?.path ?? unit.main ?? unit.path), quote: unit.path };
}

/** Where it still says that it is active, that is what is wrong. */
export function activeStatus(unit: Unit, { path, boxes }: UnitTasks): Quotation {
  return (
    comparableStatuses(unit).find(({ location }) => location.path === path) ?? {
      text: unit.name.text,
      location: boxes[0]?.location ?? unit.location,
      quote: unit.path,
    }
  );
}
