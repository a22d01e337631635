import type { Candidate } from "../../core/claims/claim.ts";
import { keysOf } from "./entry-keys.ts";
import { indexBy } from "./index-by.ts";
import { packageOf, type SelectionInput } from "./select-next.ts";

/** Promoted entries by their keys. */
export const promotedByKey = indexBy((one: Candidate) => (one.role === "promoted" ? keysOf(one) : []));

/**
 * Whether an entry has already become a spec: its own line points at one, a promoted entry has its title, or a package
 * carries it. active/not-specced reports that; what else the entry lacks is settled by moving it.
 */
export function isSpecced(candidate: Candidate, { claims, facts }: Omit<SelectionInput, "settings">): boolean {
  const twin = keysOf(candidate).some((key) =>
    promotedByKey(claims.of("candidate"), key).some((other) => other !== candidate),
  );
  return twin || candidate.targets.length > 0 || packageOf(candidate, facts) !== undefined;
}
