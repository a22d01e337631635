import type { Candidate, SpecTarget } from "./candidate.ts";
import type { ClaimBase } from "./claim-base.ts";
import type { EntryRole, SectionRole } from "../entry-role.ts";
import type { Location } from "../location.ts";
import type { Quotation } from "../quotation.ts";

/** A heading of the queue begins a section, with or without a role. */
export interface SectionClaim extends ClaimBase {
  readonly kind: "section";
  readonly title: string;
  readonly role: SectionRole | undefined;
  /** List items below the heading, at any depth of headings. */
  readonly bullets: number;
  /** Whether a list, a table or another heading is below it. Paragraphs alone hide no entry. */
  readonly mayHoldEntries: boolean;
  /** 2 for `## …`. */
  readonly level: number;
  /** From the heading to the end of the last block below it. */
  readonly extent: Location;
}

/** An entry became a spec: one claim for each spec that it names. */
export interface PromotedClaim extends ClaimBase {
  readonly kind: "promoted";
  readonly title: string;
  readonly key: string;
  /** Keys of former titles. */
  readonly aliases: readonly string[];
  readonly role: EntryRole;
  readonly target: SpecTarget;
  /** Words around the target that allow sharing: "split", "merged", "refreshed". */
  readonly marks: readonly string[];
}

/** A line of a “removed because” list names a candidate that is held elsewhere now. */
export interface RemovalRecordClaim extends ClaimBase {
  readonly kind: "removal-record";
  readonly title: string;
  readonly key: string;
  readonly targets: readonly SpecTarget[];
}

/** A sentence or a status field says that a candidate became a spec: “promoted into Spec 242”. */
export interface PromotionNoteClaim extends ClaimBase {
  readonly kind: "promotion-note";
  /** `promoted` says that the promotion happened, `covered` only that a spec already covers the candidate. */
  readonly says: "promoted" | "covered";
  /** The title that the sentence names last before it says so; the entry's own when it names none. */
  readonly title: string;
  readonly key: string;
  readonly target: SpecTarget;
}

/** A section says where an automatic pick ends. */
export interface BoundaryClaim extends ClaimBase {
  readonly kind: "boundary";
  readonly section: string;
  /** What a boundary line says of an automatic pick; `open` when it only holds the place of a boundary. */
  readonly sense: "forbids" | "allows" | "neither" | "open";
}

/** A sentence says how full the active queue is: “the queue is empty”. */
export interface EmptyQueueClaim extends ClaimBase {
  readonly kind: "empty-queue";
  readonly count: number;
  /** Set when only those are counted that a picker may take: “one safe target remains”. */
  readonly pickable?: true;
}

/** An entry says of itself whether it may be picked automatically. */
export interface IntentClaim extends ClaimBase {
  readonly kind: "intent";
  readonly automatic: boolean;
  /** True when a sentence keeps the entry out of the active queue. */
  readonly isExclusion?: true;
  readonly title: string;
  readonly key: string;
  /** Undefined when the entry is under a heading without a role. */
  readonly role: EntryRole | undefined;
}

/** What the words of a document call by name: an entry or a spec. */
export interface EntryName extends Quotation {
  /** The key of a title, or "spec 242". */
  readonly key: string;
  readonly target: SpecTarget | undefined;
  /** True when it is written as a name: "Spec 242", or a title in code, bold or a link. Plain words may as well be prose. */
  readonly marked: boolean;
}

/** An entry depends on another one, or on a spec. */
export interface DependencyClaim extends ClaimBase, EntryName {
  readonly kind: "dependency";
  /** The key of the candidate that depends. */
  readonly dependent: string;
  readonly title: string;
  readonly role: EntryRole;
}

/** An entry says what took its place, or whose place it took. */
export interface SupersessionClaim extends ClaimBase, EntryName {
  readonly kind: "supersession";
  /** The entry that says so: its title and key. */
  readonly title: string;
  readonly entry: string;
  readonly role: EntryRole;
  /** `by`: the entry says what took its place; `of`: it says whose place it took. */
  readonly direction: "by" | "of";
  /** `absorbed` by something larger ("merged into", "covered by"), or `replaced`. */
  readonly relation: "replaced" | "absorbed";
  /** True in a field of its own ("Supersedes: …"), which names all there is to name. */
  readonly field: boolean;
}

/** A superseded entry with the words that say why. */
export interface RetirementClaim extends ClaimBase {
  readonly kind: "retirement";
  readonly title: string;
  readonly key: string;
  /** In the entry itself, in a heading above it or in the sentence above its list; undefined when nothing says so. */
  readonly reason: Quotation | undefined;
}

/** A parked entry says what it waits for: a period, or specs. */
export interface DeferralTriggerClaim extends ClaimBase {
  readonly kind: "deferral-trigger";
  readonly title: string;
  readonly key: string;
  /** The last day of the period that it waits for, an ISO 8601 date; undefined when it waits for specs. */
  readonly date: string | undefined;
  /** The specs that it waits for, all of them. */
  readonly targets: readonly SpecTarget[];
}

/** A bullet that begins like an entry, but was read as a note of the entry under whose heading it is. */
export interface EntryBulletClaim extends ClaimBase {
  readonly kind: "entry-bullet";
  readonly title: string;
  readonly key: string;
  /** The title of the entry whose heading is above it. */
  readonly holder: string;
  /** What makes it look like an entry: "an arrow to Spec 242", "fields of its own". */
  readonly sign: string;
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
  | DependencyClaim
  | SupersessionClaim
  | RetirementClaim
  | DeferralTriggerClaim
  | EntryBulletClaim;
