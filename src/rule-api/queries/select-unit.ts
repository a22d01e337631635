import type { Claims, PlanRecordClaim } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";
import type { Layout, NextSource } from "../../core/layout.ts";
import type { Location } from "../../core/location.ts";
import { wholeName } from "../../core/path-pattern.ts";
import type { UnitConsideration, UnitSelection } from "../../core/selection.ts";
import type { Unit, Units } from "../../core/unit.ts";
import type { SelectionInput } from "./select-next.ts";
import { statedAbout, whyNotFree, type StatedUnit } from "./unit-freedom.ts";
import { childrenByParent } from "./unit-relations.ts";

/** What may be taken, for each layout that says what is free: its first free unit by place in the list, priority and order. */
export function selectUnits({ claims, facts, settings }: SelectionInput): UnitSelection[] {
  return settings.layouts.flatMap(({ layout }): UnitSelection[] => {
    const { next } = layout;
    // Without its list nothing is said of what is free.
    const hasList = next?.document === undefined || listingPaths(layout, next.document, claims).size > 0;
    return next === undefined || !hasList ? [] : [selectIn(layout, next, { claims, facts })];
  });
}

interface Candidate extends StatedUnit {
  readonly title: string;
  /** Where it is listed, or begins. */
  readonly location: Location;
}

type Model = { readonly claims: Claims; readonly facts: Facts };
type Rows = ReadonlyMap<Unit, readonly PlanRecordClaim[]>;

function selectIn(layout: Layout, next: NextSource, { claims, facts: { units } }: Model): UnitSelection {
  const rows = rowsOf(layout, claims);
  const parts = childrenByParent(units);
  const candidates = candidatesOf(layout, next, { claims, units, rows });
  const context = {
    units,
    statedOf: (unit: Unit) => statedAbout(unit, rows.get(unit) ?? [], units),
    partsOf: (unit: Unit) => parts.get(unit) ?? [],
  };
  const considered = candidates.map((one, index): UnitConsideration => {
    const earlier = next.inOrder === true ? candidates.slice(0, index) : [];
    const reasons = whyNotFree(one, next, { ...context, earlier });
    const { unit, title, location } = one;
    return { unit, title, location, priority: priorityOf(one, next), eligible: reasons.length === 0, reasons };
  });
  const groups = [...new Set(considered.map(groupOf))];
  const rank = (one: UnitConsideration): number => groups.indexOf(groupOf(one)) * 1000 + rankOf(one, next);
  const [pick] = considered.filter(({ eligible }) => eligible).sort((one, other) => rank(one) - rank(other));
  return { layout: layout.name, layoutTitle: layout.title, pick, considered };
}

/** What is in another list or map comes after all of this one. */
function groupOf({ unit }: UnitConsideration): string {
  return `${unit.root} ${unit.folder}`;
}

function candidatesOf(
  layout: Layout,
  next: NextSource,
  { claims, units, rows }: { readonly claims: Claims; readonly units: Units; readonly rows: Rows },
): Candidate[] {
  const paths = next.document === undefined ? undefined : listingPaths(layout, next.document, claims);
  const isWhole = next.name === undefined ? undefined : wholeName(next.name);
  return units.all
    .filter(({ layout: name, source, state }) => name === layout.name && source === next.unit && state === "live")
    .filter(({ folder, name }) => next.folders?.includes(folder) !== false && isWhole?.test(name.text) !== false)
    .flatMap((unit): Candidate[] => {
      const own = rows.get(unit) ?? [];
      const words = statedAbout(unit, own, units);
      const listed = own.filter(({ path }) => paths?.has(path) !== false);
      const [first] = listed;
      const cells = listed.flatMap(({ record }) => record.cells);
      if (paths === undefined) return [{ unit, title: titleOf(unit), location: unit.location, cells, words }];
      return first === undefined
        ? []
        : [{ unit, title: first.record.title, location: first.record.location, cells, words }];
    })
    .sort(inOrder);
}

/** A directory goes by its name, whatever the heading of its first file is. */
function titleOf({ title, name, path, root }: Unit): string {
  return path === root ? (title ?? name.text) : name.text;
}

/** Those of one file in the order of that file, others by name, numbers as numbers. */
function inOrder({ unit: one, location: place }: Candidate, { unit: other, location: otherPlace }: Candidate): number {
  if (place.path === otherPlace.path) return place.offset - otherPlace.offset;
  const [name, otherName] = [one.name.number ?? one.name.text, other.name.number ?? other.name.text];
  return name.localeCompare(otherName, "en", { numeric: true });
}

function rowsOf({ name }: Layout, claims: Claims): Rows {
  const found = new Map<Unit, PlanRecordClaim[]>();
  for (const claim of claims.of("plan-record")) {
    const { unit } = claim.record;
    if (unit !== undefined && claim.layout === name) found.set(unit, [...(found.get(unit) ?? []), claim]);
  }
  return found;
}

/** The documents that a layout knows by a key. */
function listingPaths({ name, documents }: Layout, key: string, claims: Claims): ReadonlySet<string> {
  const indexes = claims.of("index").filter(({ layout, source }) => layout === name && source === documents[key]);
  return new Set(indexes.map(({ path }) => path));
}

function priorityOf({ unit, cells }: Candidate, { priority }: NextSource): string | undefined {
  const labels = priority?.labels ?? [];
  const cell = cells.find(({ header, text }) => labels.includes(header.toLowerCase()) && text !== "");
  return cell?.text ?? unit.fields.find(({ label }) => labels.includes(label))?.text;
}

function rankOf({ priority }: UnitConsideration, { priority: known }: NextSource): number {
  const values = known?.values ?? [];
  const at = values.indexOf(priority?.toLowerCase() ?? "");
  return at === -1 ? values.length : at;
}
