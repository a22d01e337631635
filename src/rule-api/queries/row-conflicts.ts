import type { LedgerRowClaim, PromotedClaim, SpecTarget } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";
import { isSoundTarget } from "./select-next.ts";

/** A ledger row and the promoted line of its title that name one spec each, both of which are there. */
export interface RowConflict {
  readonly row: LedgerRowClaim;
  readonly target: SpecTarget;
  readonly line: PromotedClaim;
}

/** The rows whose spec is not that of the promoted line. A title with several lines or specs was split or refreshed. */
export function rowConflicts(
  promoted: readonly PromotedClaim[],
  rows: readonly LedgerRowClaim[],
  facts: Facts,
): readonly RowConflict[] {
  const lines = new Map<string, readonly PromotedClaim[]>();
  for (const line of promoted)
    if (line.role === "promoted") lines.set(line.key, [...(lines.get(line.key) ?? []), line]);
  return rows.flatMap((row) => {
    const [target, ...more] = row.targets;
    const [line, ...others] = lines.get(row.key) ?? [];
    if (target === undefined || line === undefined || more.length > 0 || others.length > 0) return [];
    const differ = target.spec !== line.target.spec;
    return differ && isSoundTarget(target, facts) && isSoundTarget(line.target, facts) ? [{ row, target, line }] : [];
  });
}
