import type { Claim, ClaimKind, ClaimOf, Claims } from "../core/claims/claim.ts";

/** Kinds that are read when somebody asks for them. */
export type LateClaims = { readonly [Kind in ClaimKind]?: () => readonly ClaimOf<Kind>[] };

/** Groups claims by kind; each kind keeps the order in which the claims were read. */
export function indexClaims(claims: readonly Claim[], late: LateClaims = {}): Claims {
  const byKind = new Map<ClaimKind, Claim[]>();
  for (const claim of claims) {
    const group = byKind.get(claim.kind);
    if (group === undefined) byKind.set(claim.kind, [claim]);
    else group.push(claim);
  }
  const read = new Map<ClaimKind, readonly Claim[]>();
  const of = (kind: ClaimKind): readonly Claim[] => {
    const found = byKind.get(kind) ?? read.get(kind) ?? late[kind]?.() ?? [];
    if (!byKind.has(kind)) read.set(kind, found);
    return found;
  };
  return { of: <Kind extends ClaimKind>(kind: Kind) => of(kind) as readonly ClaimOf<Kind>[] };
}
