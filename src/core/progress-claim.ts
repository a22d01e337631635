import type { SpecTarget } from "./candidate.ts";
import type { ClaimBase } from "./claim-base.ts";

export interface LedgerRowClaim extends ClaimBase {
  readonly kind: "ledger-row";
  readonly title: string;
  readonly key: string;
  /** As written, without markup. */
  readonly status: string;
  readonly targets: readonly SpecTarget[];
}

/** Every claim about how far a thing is. */
export type ProgressClaim = LedgerRowClaim;
