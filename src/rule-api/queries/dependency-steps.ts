import type { Candidate, Claims, DependencyClaim, EntryRole } from "../../core/claims/claim.ts";
import type { Step } from "./cycles.ts";
import { entriesNamed } from "./entry-keys.ts";

/** A dependency whose both ends are entries. */
export interface DependencyStep extends Step {
  readonly claim: DependencyClaim;
  readonly dependent: Candidate;
  readonly needed: Candidate;
}

/** Whether work on an entry is still to come. What is promoted or superseded keeps its dependencies as history. */
export function isOpen(role: EntryRole): boolean {
  return role === "active" || role === "manual" || role === "deferred";
}

/** The dependencies of open entries on open entries, in document order. */
export function dependencySteps(claims: Claims): DependencyStep[] {
  const candidates = claims.of("candidate").filter((one) => isOpen(one.role));
  const byKey = new Map(candidates.toReversed().map((one) => [one.key, one]));
  return claims.of("dependency").flatMap((claim) => {
    const dependent = byKey.get(claim.dependent);
    const needed = entriesNamed(claim, candidates)[0];
    return dependent === undefined || needed === undefined
      ? []
      : [{ claim, dependent, needed, from: dependent.key, to: needed.key }];
  });
}
