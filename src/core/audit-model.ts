import type { Claims } from "./claims/claim.ts";
import type { ConfigurationChange } from "./configuration-change.ts";
import type { Document } from "./document.ts";
import type { Facts } from "./fact.ts";
import type { Settings } from "./settings.ts";
import type { Answer } from "./snapshot.ts";

/** What one tree claims, and what it contains. */
export interface ClaimsAndFacts {
  readonly claims: Claims;
  readonly facts: Facts;
}

/** Everything that one tree claims and contains. Frozen: rules and commands only ask it. Nothing is read before it is asked for. */
export interface AuditModel extends ClaimsAndFacts {
  readonly settings: Settings;
  readonly documents: readonly Document[];
  /** The same tree at the end of an earlier day, an ISO 8601 date. */
  past(day: string): Answer<AuditModel>;
}

/** The tree that another one is compared with. */
export interface Base {
  /** How the user knows it: "main", "HEAD". */
  readonly name: string;
  /** Full object name. */
  readonly commit: string;
  readonly model: AuditModel;
  /** Whether findings that it has already are set apart; false when only the rules that need a base look at it. */
  readonly subtracted: boolean;
  /** What the configuration of the audited tree weakens; absent where nobody compared. */
  readonly configuration?: Answer<ConfigurationChange>;
  /** True for the last commit in a run that names no base: it is compared with what is not committed yet. Default: false. */
  readonly isImplied?: boolean | undefined;
}
