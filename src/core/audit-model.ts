import type { Claims } from "./claim.ts";
import type { Document } from "./document.ts";
import type { Facts } from "./fact.ts";
import type { Settings } from "./settings.ts";

/** Everything that one tree claims and contains. Frozen: rules and commands only ask it. */
export interface AuditModel {
  readonly settings: Settings;
  readonly documents: readonly Document[];
  readonly claims: Claims;
  readonly facts: Facts;
}
