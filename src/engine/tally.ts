import type { Claim, ClaimKind, Claims, Quotation } from "../core/claims/claim.ts";
import type { Coverage, Severity } from "../core/finding.ts";

/** What a rule looked at. */
export interface Examined {
  readonly kinds: Set<ClaimKind>;
  readonly reported: (readonly [claim: Quotation, severity: Severity])[];
  readonly open: Quotation[];
}

/** The claims as a rule asks for them: each of a kind that it asks for is examined. */
export function examining(claims: Claims, { kinds }: Examined): Claims {
  return {
    of: (kind) => {
      kinds.add(kind);
      return claims.of(kind);
    },
  };
}

/** What was not read is no claim that could hold. */
const beside: ReadonlySet<ClaimKind> = new Set<ClaimKind>(["unread", "lost-heading"]);

/** What the rules looked at together, and how it came out. A claim counts once, however many rules ask for it; advice does not break one. */
export function coverageOf(claims: Claims, looks: readonly Examined[]): Coverage {
  const kinds = new Set(looks.flatMap((look) => [...look.kinds]).filter((kind) => !beside.has(kind)));
  const asked = new Set<Quotation>([...kinds].flatMap((kind): readonly Claim[] => claims.of(kind)));
  // A claim is itself; what is none (a directory, a part of a claim) is the place where it is.
  const identify = (claim: Quotation): Quotation | string => {
    const { path, offset, endOffset } = claim.location;
    return asked.has(claim) ? claim : `${path}:${offset}:${endOffset}`;
  };
  const reported = looks.flatMap((look) => look.reported);
  const broken = new Set(reported.flatMap(([claim, severity]) => (severity === "info" ? [] : [identify(claim)])));
  const unknown = new Set(looks.flatMap((look) => look.open.map(identify)));
  const advised = reported.flatMap(([claim, severity]) => (severity === "info" ? [identify(claim)] : []));
  const examined = new Set<Quotation | string>([...asked, ...advised, ...broken, ...unknown]).size;
  const notChecked = [...unknown].filter((claim) => !broken.has(claim)).length;
  return { examined, held: examined - broken.size - notChecked, broken: broken.size, notChecked };
}
