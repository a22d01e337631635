import type { Quotation } from "./quotation.ts";

export const directiveKinds = ["disable-next-line", "disable", "disable-file", "enable"] as const;
export type DirectiveKind = (typeof directiveKinds)[number];

/** A comment `<!-- queue-lint-disable rule -- reason -->`, as it is written. `location` is the whole comment. */
export interface Directive extends Quotation {
  /** Undefined when the word after `queue-lint-` is none of the four. */
  readonly kind: DirectiveKind | undefined;
  /** The word after `queue-lint-`: "disable-next-line". */
  readonly word: string;
  /** The words in the place of the ids of rules. */
  readonly rules: readonly Quotation[];
  /** Whether dashes end the list of rules. */
  readonly separated: boolean;
  /** What is after the dashes; empty when that is nothing but a date. */
  readonly reason: string;
  /** What follows "until", as written; a date of ISO 8601 if it is right. */
  readonly until: string | undefined;
  /** The next line that is neither blank nor a comment, from 1; undefined when there is none. */
  readonly nextLine: number | undefined;
}
