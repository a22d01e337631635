import type { LedgerRowClaim, SpecTarget } from "../core/claim.ts";
import type { Facts, SpecPackage } from "../core/fact.ts";

/** The spec packages that an item names by number, or failing that the one that carries its title. */
export function packagesOf({ title, targets }: { readonly title: string; readonly targets: readonly SpecTarget[] }, facts: Facts): readonly SpecPackage[] {
  if (targets.length > 0) return targets.flatMap((target) => unambiguous(target, facts));
  const spec = facts.specs.titled(title);
  return spec === undefined ? [] : [spec];
}

/** Two directories may share a number by mistake; then only a slug says which is meant. */
function unambiguous({ spec, slug }: SpecTarget, facts: Facts): readonly SpecPackage[] {
  const fitting = facts.specs.numbered(spec).filter((one) => slug === undefined || one.slug === slug);
  return fitting.length === 1 ? fitting : [];
}

/** Rows of the ledger that are about a spec package, by number or title. */
export function rowsOf(spec: SpecPackage, rows: readonly LedgerRowClaim[], facts: Facts): LedgerRowClaim[] {
  return rows.filter((row) => packagesOf(row, facts).includes(spec));
}

/** Whether nothing of a package is done, as far as it says itself: no ticked box, and a status that is not “implemented”. */
export function isUntouched({ tasks, status }: SpecPackage, implemented: (status: string) => boolean): boolean {
  return (tasks === undefined || tasks.done === 0) && (status === undefined || !implemented(status));
}
