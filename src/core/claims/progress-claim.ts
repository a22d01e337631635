import type { AbsenceKind } from "../absence-words.ts";
import type { SpecTarget } from "./candidate.ts";
import type { ClaimBase } from "./claim-base.ts";
import type { EntryRole } from "../entry-role.ts";
import type { Quotation } from "../quotation.ts";

/** A status in its own field or column: `text` is the status word without markup, and without the words that explain it. */
export interface StatusWord extends Quotation {
  /** The row or line, for display. */
  readonly quote: string;
}

/** A row of the implementation ledger. */
export interface LedgerRowClaim extends ClaimBase {
  readonly kind: "ledger-row";
  readonly title: string;
  readonly key: string;
  /** As written, without markup; with the words that explain it. */
  readonly status: string;
  readonly word: StatusWord;
  readonly targets: readonly SpecTarget[];
}

/** What a ledger row gives as proof: a path, or a commit. */
export interface EvidenceClaim extends ClaimBase {
  readonly kind: "evidence";
  readonly form: "path" | "commit";
  /** The path without line suffix or fragment, or the hexadecimal object name. */
  readonly target: string;
  /** The key of the row. */
  readonly row: string;
  /** Whether it is a link, which starts from its document. */
  readonly isLink: boolean;
  /** Why a path need not be there, as the words around it or the status of the row say. */
  readonly absence: AbsenceKind | undefined;
}

/** A status that a document defines in a list of its own: "- `sellable`: everything fits together". */
export interface StatusLegendClaim extends ClaimBase {
  readonly kind: "status-legend";
  readonly word: string;
}

/** When a roadmap wants a thing. `done` is its history. */
export type Horizon = "now" | "next" | "later" | "done";

/** An item of the roadmap: a row of a table, a bullet under Now, Next or Later, or a spec of a keyed line. */
export interface RoadmapItemClaim extends ClaimBase {
  readonly kind: "roadmap-item";
  readonly title: string;
  readonly key: string;
  readonly form: "row" | "bullet" | "heading" | "keyed";
  /** By the heading it is under, or the label of its keyed line. */
  readonly horizon: Horizon | undefined;
  readonly status: StatusWord | undefined;
  readonly targets: readonly SpecTarget[];
}

/** What a document beside the queue says about a candidate: "active P0 candidate", "manual promotion only", "specced as Spec 258". */
export interface ReportedRoleClaim extends ClaimBase {
  readonly kind: "reported-role";
  readonly title: string;
  readonly key: string;
  readonly says: EntryRole;
  readonly priority: string | undefined;
  readonly target: SpecTarget | undefined;
}

/** The state that a Mermaid diagram gives a node or bar. */
export interface DiagramStateClaim extends ClaimBase {
  readonly kind: "diagram-state";
  readonly title: string;
  readonly key: string;
  readonly state: string;
}

/** A stated number of things that the repository can count. */
export interface CountClaim extends ClaimBase {
  readonly kind: "count";
  /** "listed": the items of the list below it. */
  readonly subject: EntryRole | "specs" | "listed";
  /** How many items that list has. */
  readonly listed?: number;
  readonly count: number;
  /** The digits, for a correction. */
  readonly digits: Quotation;
}

/** A finding of the inbox that waits for a decision. */
export interface DiscoveryClaim extends ClaimBase {
  readonly kind: "discovery";
  readonly title: string;
  readonly key: string;
  /** True when it says itself what became of it: promoted, queued, discarded. */
  readonly settled: boolean;
}

/** An order of work that a document beside the queue keeps: a numbered list, or a table with a column for ranks. */
export interface OrderingClaim extends ClaimBase {
  readonly kind: "ordering";
  /** Keys of the things in order. */
  readonly keys: readonly string[];
}

/** Every claim about how far a thing is, and when it is wanted. */
/** What a sentence outside the ledger says of the status of one of its rows: "the ledger shows a repo-real seat index". */
export interface LedgerSayingClaim extends ClaimBase {
  readonly kind: "ledger-saying";
  /** What it is said of, when that is named or is the entry; else the row is the one whose key `following` begins with. */
  readonly title: string | undefined;
  readonly key: string | undefined;
  /** The key of the words after the status; empty when it is said of something named. */
  readonly following: string;
  readonly word: StatusWord;
}

export type ProgressClaim =
  | LedgerSayingClaim
  | LedgerRowClaim
  | EvidenceClaim
  | StatusLegendClaim
  | RoadmapItemClaim
  | ReportedRoleClaim
  | DiagramStateClaim
  | CountClaim
  | DiscoveryClaim
  | OrderingClaim;
