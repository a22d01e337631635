import type { LedgerRowClaim, SpecTarget } from "../../core/claims/claim.ts";
import { derived } from "../../core/derived.ts";
import type { Facts, SpecPackage } from "../../core/fact.ts";

/** The spec packages that an item names by number, each once, or failing that the one that carries its title. */
export function packagesOf(
  { title, targets }: { readonly title: string; readonly targets: readonly SpecTarget[] },
  facts: Facts,
): readonly SpecPackage[] {
  const only = targets[0];
  if (only !== undefined && targets.length === 1) return unambiguous(only, facts);
  if (targets.length > 0) return [...new Set(targets.flatMap((target) => unambiguous(target, facts)))];
  const spec = facts.specs.titled(title);
  return spec === undefined ? [] : [spec];
}

/** Two directories may share a number by mistake; then only a slug says which is meant. */
function unambiguous({ spec, slug }: SpecTarget, facts: Facts): readonly SpecPackage[] {
  const named = facts.specs.numbered(spec);
  // Nearly always there is one, and it fits.
  if (named.length === 1 && (slug === undefined || named[0]?.slug === slug)) return named;
  const fitting = slug === undefined ? named : named.filter((one) => one.slug === slug);
  return fitting.length === 1 ? fitting : [];
}

type RowIndex = ReadonlyMap<SpecPackage, readonly LedgerRowClaim[]>;

const rowsBySpec = derived<Facts, (rows: readonly LedgerRowClaim[], index: () => RowIndex) => RowIndex>();

/** Rows of the ledger that are about a spec package, by number or title. The rows are indexed once. */
export function rowsOf(spec: SpecPackage, rows: readonly LedgerRowClaim[], facts: Facts): readonly LedgerRowClaim[] {
  const indexOf = rowsBySpec(facts, () => derived());
  return indexOf(rows, () => indexRows(rows, facts)).get(spec) ?? [];
}

function indexRows(rows: readonly LedgerRowClaim[], facts: Facts): Map<SpecPackage, LedgerRowClaim[]> {
  const index = new Map<SpecPackage, LedgerRowClaim[]>();
  for (const row of rows) {
    for (const spec of packagesOf(row, facts)) {
      const found = index.get(spec);
      if (found === undefined) index.set(spec, [row]);
      else if (found.at(-1) !== row) found.push(row);
    }
  }
  return index;
}

/** Whether nothing of a package is done, as far as it says itself: boxes of which none is ticked, and a status that is not “implemented”. Without boxes it says nothing. */
export function isUntouched(spec: SpecPackage, implemented: (status: string) => boolean): boolean {
  // The status first: that of most packages settles it, and changes less often than the tasks.
  if (spec.status !== undefined && implemented(spec.status)) return false;
  const { tasks } = spec;
  return tasks !== undefined && tasks.done === 0 && tasks.open > 0;
}
