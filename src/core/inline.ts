import type { Location } from "./location.ts";

/**
 * A run of inline content. `text` is the source itself, of the very same length, in which everything that
 * is not words (container prefixes such as `> `, HTML comments) is replaced by spaces: position `i` of `text` is
 * source offset `location.offset + i`, so a match in it can be located without guessing.
 */
export interface Inline {
  readonly text: string;
  /** The words as a reader sees them: no markup, white space collapsed. */
  readonly plain: string;
  readonly location: Location;
  readonly codes: readonly Span[];
  readonly strongs: readonly Span[];
  readonly links: readonly Link[];
  /** The stretches that are struck out, in their order, each with its own words: `~~old~~`. They are no part of `text` and `plain`. Absent when there is none. */
  readonly struck?: readonly Inline[];
}

/** A piece of inline content. `location` covers its markup too, `text` is its content without the markup. */
export interface Span {
  readonly text: string;
  readonly location: Location;
}

export interface Link extends Span {
  readonly url: string;
}
