import type { ClaimBase } from "./claim-base.ts";
import type { DirectiveKind } from "../directive.ts";
import type { Quotation } from "../quotation.ts";

/** A place between two characters; lines and columns count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A part of a document, from a position up to another one, which is not in it any more. */
export interface Stretch {
  readonly from: Position;
  readonly to: Position;
}

/** A rule as a comment names it. `text` is the id as written, whether or not there is such a rule. */
export interface NamedRule extends Quotation {
  /** Where findings of the rule are meant; undefined when there is no such place. */
  readonly stretch: Stretch | undefined;
}

/** A comment that says that a rule is wrong here, and why. */
export interface SuppressionClaim extends ClaimBase {
  readonly kind: "suppression";
  /** Undefined when the word after `queue-lint-` is not a directive. */
  readonly directive: DirectiveKind | undefined;
  readonly word: string;
  readonly rules: readonly NamedRule[];
  readonly separated: boolean;
  /** Empty when the comment gives none. */
  readonly reason: string;
  /** What follows "until", as written. */
  readonly until: string | undefined;
  /** Of an `enable`: how many rules it turns on again. */
  readonly closes: number;
}
