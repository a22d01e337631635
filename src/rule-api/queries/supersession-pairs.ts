import type { Candidate, SupersessionClaim } from "../../core/claims/claim.ts";
import { entriesNamed } from "./entry-keys.ts";
import { indexBy } from "./index-by.ts";

/** A supersession with both entries, as a step from one key to the other. `older` is the one that was superseded, whichever of the two says so. */
export interface SupersessionPair {
  readonly claim: SupersessionClaim;
  readonly older: Candidate;
  readonly newer: Candidate;
  readonly from: string;
  readonly to: string;
}

const entriesTitled = indexBy((candidate: Candidate) => [candidate.key]);

/** The supersessions whose two entries are certain. A name that means several entries, or none, says nothing about one of them. */
export function supersessionPairs(
  claims: readonly SupersessionClaim[],
  candidates: readonly Candidate[],
): readonly SupersessionPair[] {
  return claims.flatMap((claim) => pairOf(claim, candidates) ?? []);
}

/** A superseded entry that was also promoted is the promoted one. */
function pairOf(claim: SupersessionClaim, candidates: readonly Candidate[]): SupersessionPair | undefined {
  const titled = entriesTitled(candidates, claim.entry);
  const { offset } = claim.location;
  const own = titled.find(({ extent }) => extent.offset <= offset && offset < extent.endOffset);
  const named = entriesNamed(claim, candidates);
  const other = named.length === 1 ? named[0] : undefined;
  // A title in two sections is one thing with a history; which of its two lines is meant cannot be told.
  if (own === undefined || other === undefined || titled.length > 1) return undefined;
  const [older, newer] = claim.direction === "by" ? [own, other] : [other, own];
  return { claim, older, newer, from: older.key, to: newer.key };
}
