import type { Claim, ClaimKind, ClaimOf, Claims } from "../core/claim.ts";

/** Groups claims by kind; each kind keeps the order in which the claims were read. */
export function indexClaims(claims: readonly Claim[]): Claims {
  const byKind = new Map<ClaimKind, Claim[]>();
  for (const claim of claims) {
    const group = byKind.get(claim.kind);
    if (group === undefined) byKind.set(claim.kind, [claim]);
    else group.push(claim);
  }
  return { of: <Kind extends ClaimKind>(kind: Kind) => (byKind.get(kind) ?? []) as readonly Claim[] as readonly ClaimOf<Kind>[] };
}
