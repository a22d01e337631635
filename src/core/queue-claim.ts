import type { Candidate, SpecTarget } from "./candidate.ts";
import type { ClaimBase } from "./claim-base.ts";
import type { EntryRole, SectionRole } from "./entry-role.ts";
import type { Location } from "./location.ts";

export interface SectionClaim extends ClaimBase {
  readonly kind: "section";
  readonly title: string;
  readonly role: SectionRole | undefined;
  /** List items below the heading, at any depth of headings. */
  readonly bullets: number;
  /** 2 for `## …`. */
  readonly level: number;
  /** From the heading to the end of the last block below it. */
  readonly extent: Location;
}

export interface PromotedClaim extends ClaimBase {
  readonly kind: "promoted";
  readonly title: string;
  readonly key: string;
  readonly role: EntryRole;
  readonly target: SpecTarget;
  /** Words around the target that allow sharing: "split", "merged", "refreshed". */
  readonly marks: readonly string[];
}

export interface RemovalRecordClaim extends ClaimBase {
  readonly kind: "removal-record";
  readonly title: string;
  readonly key: string;
  readonly targets: readonly SpecTarget[];
}

export interface PromotionNoteClaim extends ClaimBase {
  readonly kind: "promotion-note";
  /** `promoted` says that the promotion happened, `covered` only that a spec already covers the candidate. */
  readonly says: "promoted" | "covered";
  /** The title that the sentence names last before it says so; the entry's own when it names none. */
  readonly title: string;
  readonly key: string;
  readonly target: SpecTarget;
}

export interface BoundaryClaim extends ClaimBase {
  readonly kind: "boundary";
  readonly section: string;
  /** False when a boundary line is there, but says nothing that forbids an automatic pick. */
  readonly recognised: boolean;
}

export interface EmptyQueueClaim extends ClaimBase {
  readonly kind: "empty-queue";
  readonly count: number;
}

export interface IntentClaim extends ClaimBase {
  readonly kind: "intent";
  readonly automatic: boolean;
  readonly title: string;
  readonly key: string;
  /** Undefined when the entry stands under a heading without a role. */
  readonly role: EntryRole | undefined;
}

export interface DependencyClaim extends ClaimBase {
  readonly kind: "dependency";
  /** The candidate that depends. */
  readonly dependent: string;
  /** What it names: a title key, or a spec. */
  readonly key: string;
  readonly target: SpecTarget | undefined;
}

/** Every claim that the structure and the sentences of the queue make. */
export type QueueClaim =
  | SectionClaim
  | Candidate
  | PromotedClaim
  | RemovalRecordClaim
  | PromotionNoteClaim
  | BoundaryClaim
  | EmptyQueueClaim
  | IntentClaim
  | DependencyClaim;
