import type { DocumentRole, Inline } from "./document.ts";
import type { EntryRole, EntryShape, SectionRole } from "./entry-role.ts";
import type { Location } from "./location.ts";
import type { Quoted } from "./quoted.ts";
import type { FieldName } from "./settings.ts";

export type { Quoted } from "./quoted.ts";
export { entryRoles, type EntryRole, type EntryShape, type SectionRole } from "./entry-role.ts";

interface ClaimBase extends Quoted {
  /** Identity that survives edits elsewhere: made of entry keys and values, never of line numbers. */
  readonly identity: string;
  /** The document that makes the claim. */
  readonly document: DocumentRole;
}

/** The configuration (or the convention) says that a document of this role stands at this path. */
export interface InputClaim extends ClaimBase {
  readonly kind: "input";
  readonly role: DocumentRole | "specs";
  readonly path: string;
  /** False when the path follows from a conventional name and nobody wrote it down. */
  readonly configured: boolean;
}

/** A heading on the level of the queue's sections. `role` is undefined when no alias fits it. */
export interface SectionClaim extends ClaimBase {
  readonly kind: "section";
  readonly title: string;
  readonly role: SectionRole | undefined;
  /** List items below the heading, at any depth of headings. */
  readonly bullets: number;
}

/** A labelled value of an entry: `- **Priority**: P1`. */
export interface Field extends Quoted {
  readonly label: string;
  /** `label` in lower case with single spaces: "why manual promotion only". */
  readonly key: string;
  /** Which known fields the label names, by the aliases of the configuration: ["reason"]. */
  readonly names: readonly FieldName[];
  readonly value: Inline;
  /** Nested bullets under the field. */
  readonly items: readonly Inline[];
}

/** A number that names a spec, with the slug when the words carry one: Spec 242 (`operational-controls`). */
export interface SpecTarget extends Quoted {
  readonly spec: number;
  /** As written, "043". */
  readonly digits: string;
  readonly slug: string | undefined;
}

/** An entry of the queue. `text` and `location` are those of its title line. */
export interface Candidate extends ClaimBase {
  readonly kind: "candidate";
  readonly title: string;
  /** `title` normalised by `entryKey`; the identity of the candidate across sections and documents. */
  readonly key: string;
  /** Keys of former titles ("formerly …"). */
  readonly aliases: readonly string[];
  readonly role: EntryRole;
  /** The heading of the section it stands in. */
  readonly section: string;
  /** The heading of the group below the section, such as "P0 — Release Blockers". */
  readonly group: string | undefined;
  readonly shape: EntryShape;
  /** Position among the candidates of its section, from 0. */
  readonly order: number;
  /** As written in its field, or taken from its group; undefined when neither states one. */
  readonly priority: Quoted | undefined;
  readonly fields: readonly Field[];
  /** Everything the entry says after its title: field values and paragraphs, in order. */
  readonly body: readonly Inline[];
  /** The specs that its title line names as target: `-> Spec 242`. More than one when it is split. */
  readonly targets: readonly SpecTarget[];
  /** The mark of a task bullet. */
  readonly mark: string | undefined;
  /** The whole entry, fields included. */
  readonly extent: Location;
}

/** A candidate in a promoted section, or any title line that points at a spec outside a removal list. */
export interface PromotedClaim extends ClaimBase {
  readonly kind: "promoted";
  readonly title: string;
  readonly key: string;
  readonly role: EntryRole;
  readonly target: SpecTarget;
  /** Words around the target that allow sharing: "split", "merged", "refreshed". */
  readonly marks: readonly string[];
}

/** A line of the active section that records what left it: "`Title` -> Spec 258". */
export interface RemovalRecordClaim extends ClaimBase {
  readonly kind: "removal-record";
  readonly title: string;
  readonly key: string;
  readonly targets: readonly SpecTarget[];
}

/** A sentence or status field that says "promoted into Spec N", or "is already Spec N". */
export interface PromotionNoteClaim extends ClaimBase {
  readonly kind: "promotion-note";
  /** `promoted` says that the promotion happened, `covered` only that a spec already covers the candidate. */
  readonly says: "promoted" | "covered";
  /** The title that the sentence names last before it says so; the entry's own when it names none. */
  readonly title: string;
  readonly key: string;
  readonly target: SpecTarget;
}

/** "Spec N" in prose, of any planning document. */
export interface SpecReferenceClaim extends ClaimBase {
  readonly kind: "spec-reference";
  readonly target: SpecTarget;
  /** The key of the entry in whose text it stands. */
  readonly entry: string | undefined;
}

/** Text shaped like a spec reference whose number cannot be read: "Spec TBD-4", "Spec 24x". */
export interface UnparsedReferenceClaim extends ClaimBase {
  readonly kind: "unparsed-reference";
  readonly reason: string;
}

/** "Specs 251-260". */
export interface RangeClaim extends ClaimBase {
  readonly kind: "range";
  readonly from: number;
  readonly to: number;
}

/** A path of the repository that a document cites. */
export interface PathClaim extends ClaimBase {
  readonly kind: "path";
  /** Without line suffix or fragment. */
  readonly target: string;
  readonly source: "anchor" | "link" | "prose" | "basis";
  readonly entry: string | undefined;
}

/** A link to a heading of a planning document. */
export interface HeadingLinkClaim extends ClaimBase {
  readonly kind: "heading-link";
  /** Resolved path of the document; the citing document itself for `#fragment`. */
  readonly target: string;
  readonly fragment: string;
}

/** The words by which a manual-only section says that no automatic picker may take from it. */
export interface BoundaryClaim extends ClaimBase {
  readonly kind: "boundary";
  readonly section: string;
  /** False when a boundary line is there, but says nothing that forbids an automatic pick. */
  readonly recognised: boolean;
}

/** A sentence that says how many candidates the active queue holds: "the queue is empty" is 0. */
export interface EmptyQueueClaim extends ClaimBase {
  readonly kind: "empty-queue";
  readonly count: number;
}

/** A mark by which an entry says who may pick it: `Auto-prep: no`, "do not auto-prep". */
export interface IntentClaim extends ClaimBase {
  readonly kind: "intent";
  readonly automatic: boolean;
  readonly title: string;
  readonly key: string;
  /** Undefined when the entry stands under a heading without a role. */
  readonly role: EntryRole | undefined;
}

/** A dependency that an entry names in its own field. */
export interface DependencyClaim extends ClaimBase {
  readonly kind: "dependency";
  /** The candidate that depends. */
  readonly dependent: string;
  /** What it names: a title key, or a spec. */
  readonly key: string;
  readonly target: SpecTarget | undefined;
}

/** A row of the implementation ledger. */
export interface LedgerRowClaim extends ClaimBase {
  readonly kind: "ledger-row";
  readonly title: string;
  readonly key: string;
  /** As written, without markup. */
  readonly status: string;
  readonly targets: readonly SpecTarget[];
}

/** The status that a document gives itself in its header. */
export interface DocumentStatusClaim extends ClaimBase {
  readonly kind: "document-status";
  readonly path: string;
  readonly status: string;
}

/** A queue file, section or command that an agent instruction file names. */
export interface AgentMentionClaim extends ClaimBase {
  readonly kind: "agent-mention";
  readonly subject: "file" | "section" | "command";
  readonly value: string;
}

/** A structure of the text that cannot mean what its author intended. */
export interface MalformedClaim extends ClaimBase {
  readonly kind: "malformed";
  readonly message: string;
}

export type Claim =
  | InputClaim
  | SectionClaim
  | Candidate
  | PromotedClaim
  | RemovalRecordClaim
  | PromotionNoteClaim
  | SpecReferenceClaim
  | UnparsedReferenceClaim
  | RangeClaim
  | PathClaim
  | HeadingLinkClaim
  | BoundaryClaim
  | EmptyQueueClaim
  | IntentClaim
  | DependencyClaim
  | LedgerRowClaim
  | DocumentStatusClaim
  | AgentMentionClaim
  | MalformedClaim;

export type ClaimKind = Claim["kind"];
export type ClaimOf<Kind extends ClaimKind> = Extract<Claim, { kind: Kind }>;

/** Every claim of the planning documents, in document order. */
export interface Claims {
  /** All claims of one kind. Asking counts them as examined. */
  of<Kind extends ClaimKind>(kind: Kind): readonly ClaimOf<Kind>[];
}
