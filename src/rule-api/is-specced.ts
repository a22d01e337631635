import type { Candidate } from "../core/claim.ts";
import { sameEntries } from "./entry-keys.ts";
import { packageOf, type SelectionInput } from "./select-next.ts";

/**
 * Whether an entry has already become a spec: its own line points at one, a promoted entry has its title, or a package
 * carries it. active/not-specced reports that; what else the entry lacks is settled by moving it.
 */
export function isSpecced(candidate: Candidate, { claims, facts }: Omit<SelectionInput, "settings">): boolean {
  const twin = sameEntries(candidate, claims.of("candidate")).some((other) => other.role === "promoted");
  return twin || candidate.targets.length > 0 || packageOf(candidate, facts) !== undefined;
}
