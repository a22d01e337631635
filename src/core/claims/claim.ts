import type { DocumentClaim } from "./document-claim.ts";
import type { ProgressClaim } from "./progress-claim.ts";
import type { QueueClaim } from "./queue-claim.ts";
import type { ReferenceClaim } from "./reference-claim.ts";
import type { SuppressionClaim } from "./suppression-claim.ts";
import type { PlanClaim } from "./unit-claim.ts";
import type { UnreadClaims } from "./unread-claim.ts";

export type { Quotation } from "../quotation.ts";
export { entryRoles, type EntryRole, type EntryShape, type SectionRole } from "../entry-role.ts";
export type * from "./candidate.ts";
export type * from "./document-claim.ts";
export type * from "./progress-claim.ts";
export type * from "./queue-claim.ts";
export type * from "./reference-claim.ts";
export type * from "./suppression-claim.ts";
export type * from "./unit-claim.ts";
export type * from "./unread-claim.ts";

export type Claim =
  DocumentClaim | ProgressClaim | QueueClaim | ReferenceClaim | SuppressionClaim | PlanClaim | UnreadClaims;

export type ClaimKind = Claim["kind"];
export type ClaimOf<Kind extends ClaimKind> = Extract<Claim, { kind: Kind }>;

/** Every claim of the planning documents, in document order. */
export interface Claims {
  /** All claims of one kind. Asking counts them as examined. */
  of<Kind extends ClaimKind>(kind: Kind): readonly ClaimOf<Kind>[];
}
