import type { ClaimsAndFacts } from "../../core/audit-model.ts";
import type { Claims } from "../../core/claims/claim.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Location } from "../../core/location.ts";
import type { Unit } from "../../core/unit.ts";

/** A row of the ledger, an item of the roadmap or a row of an index. */
export interface PlannedRow {
  readonly kind: "ledger" | "roadmap" | "index";
  readonly title: string;
  readonly key: string;
  /** Where its words begin. */
  readonly location: Location;
  /** Numbers of the specs that it points at. */
  readonly specs: readonly number[];
  /** Of a row of an index, what it is about, when that is exactly one. */
  readonly unit: Unit | undefined;
}

/** The rows of two trees. */
export type ComparedRows = Readonly<Record<"now" | "earlier", readonly PlannedRow[]>>;

/** The rows of two trees that have a title; those of indexes only when the indexes differ. */
export function comparedRows(now: ClaimsAndFacts, earlier: ClaimsAndFacts): ComparedRows {
  const known = { now: knownRows(now.claims), earlier: knownRows(earlier.claims) };
  if (hasSameIndexes(now, earlier)) return known;
  return {
    now: known.now.concat(indexRows(now.claims)),
    earlier: known.earlier.concat(indexRows(earlier.claims)),
  };
}

/** The rows of ledger and roadmap. */
function knownRows(claims: Claims): readonly PlannedRow[] {
  const ledger = claims.of("ledger-row").map((row) => ({ ...row, row: "ledger" as const }));
  const roadmap = claims.of("roadmap-item").map((row) => ({ ...row, row: "roadmap" as const }));
  const known = [...ledger, ...roadmap].map(({ row, title, key, location, targets }): PlannedRow => {
    return { kind: row, title, key, location, specs: targets.map(({ spec }) => spec), unit: undefined };
  });
  return known.filter(({ key }) => key !== "");
}

/** The rows of all indexes. */
function indexRows(claims: Claims): readonly PlannedRow[] {
  const rows = claims.of("plan-record").flatMap(({ record }): PlannedRow[] => {
    const { form, unit, location } = record;
    // What is beside the name may be anything: an owner, a date.
    const title = unit?.name.text ?? record.title;
    // A file that is gone is its own matter.
    return form === "file" ? [] : [{ kind: "index", title, key: entryKey(title), location, specs: [], unit }];
  });
  return rows.filter(({ key }) => key !== "");
}

/** Whether another tree has the same indexes, as far as those of this one tell: then its own need not be looked for. */
function hasSameIndexes({ claims, facts }: ClaimsAndFacts, other: ClaimsAndFacts): boolean {
  const indexes = claims.of("index");
  return (
    indexes.length > 0 &&
    indexes.every(({ path }) => {
      const [one, two] = [facts.paths.read(path), other.facts.paths.read(path)];
      return one.ok && two.ok && one.text === two.text;
    })
  );
}

/** Whether two rows are about the same thing: by their titles or by what they point at. */
export function isSameRow(row: PlannedRow, other: PlannedRow): boolean {
  if (row.unit !== undefined && other.unit !== undefined) return row.unit.path === other.unit.path;
  if (row.kind !== other.kind) return false;
  return row.key === other.key || row.specs.some((spec) => other.specs.includes(spec));
}
