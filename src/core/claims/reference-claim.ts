import type { AbsenceKind } from "../absence-words.ts";
import type { SpecTarget } from "./candidate.ts";
import type { ClaimBase } from "./claim-base.ts";
import type { RemoteReference } from "../remote.ts";

export interface SpecReferenceClaim extends ClaimBase {
  readonly kind: "spec-reference";
  readonly target: SpecTarget;
  /** The key of the entry in whose text it stands. */
  readonly entry: string | undefined;
}

export interface UnparsedReferenceClaim extends ClaimBase {
  readonly kind: "unparsed-reference";
  readonly reason: string;
}

export interface RangeClaim extends ClaimBase {
  readonly kind: "range";
  readonly from: number;
  readonly to: number;
}

export interface PathClaim extends ClaimBase {
  readonly kind: "path";
  /** Without line suffix or fragment. */
  readonly target: string;
  readonly source: "anchor" | "link" | "prose" | "basis";
  readonly entry: string | undefined;
  /** Why it need not be there, as the words around it say; undefined when they say nothing of the kind. */
  readonly absence: AbsenceKind | undefined;
}

export interface HeadingLinkClaim extends ClaimBase {
  readonly kind: "heading-link";
  /** Resolved path of the document; the citing document itself for `#fragment`. */
  readonly target: string;
  readonly fragment: string;
}

interface RemoteClaim extends ClaimBase {
  readonly reference: RemoteReference;
  /** What its words or its address call it. */
  readonly called: "pull" | "issue" | "unknown";
}

/** “merged in #317”, “fixed by PR #12”: the number is a pull request, and it is merged. */
export interface MergeClaim extends RemoteClaim {
  readonly kind: "merge";
}

/** “closed by #45”, “open: #9”, or a mere link: the number exists, and is in the state that the words give it. */
export interface IssueStateClaim extends RemoteClaim {
  readonly kind: "issue-state";
  readonly says: "closed" | "open" | "exists";
}

/** Every claim that points at something. */
export type ReferenceClaim =
  | SpecReferenceClaim
  | UnparsedReferenceClaim
  | RangeClaim
  | PathClaim
  | HeadingLinkClaim
  | MergeClaim
  | IssueStateClaim;
