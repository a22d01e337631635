import type { AbsenceKind } from "../absence-words.ts";
import type { SpecTarget } from "./candidate.ts";
import type { ClaimBase } from "./claim-base.ts";
import type { RemoteReference } from "../remote.ts";

/** A text names a spec: “Spec 242”. */
export interface SpecReferenceClaim extends ClaimBase {
  readonly kind: "spec-reference";
  readonly target: SpecTarget;
  /** The key of the entry in whose text it is. */
  readonly entry: string | undefined;
}

/** A text is shaped like a reference to a spec, but leads to no number and no path. */
export interface UnparsedReferenceClaim extends ClaimBase {
  readonly kind: "unparsed-reference";
  readonly reason: string;
}

/** A text names a range of specs: “Specs 240–245”. */
export interface RangeClaim extends ClaimBase {
  readonly kind: "range";
  readonly from: number;
  readonly to: number;
}

/** A text names a file or a folder of the repository. */
export interface PathClaim extends ClaimBase {
  readonly kind: "path";
  /** Without line suffix or fragment. */
  readonly target: string;
  readonly source: "anchor" | "link" | "prose" | "basis";
  readonly entry: string | undefined;
  /** Why it need not be there, as the words around it say; undefined when they say nothing of the kind. */
  readonly absence: AbsenceKind | undefined;
}

/** A link leads to a heading. */
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
