import type { Quotation } from "./quotation.ts";

/** How many findings of one fingerprint were there when the baseline was written. `location` is the entry in its file. */
export interface BaselineEntry extends Quotation {
  /** Without the `#2` that tells findings of one report apart. */
  readonly fingerprint: string;
  readonly count: number;
}

/** The findings that a team had when it began. */
export interface Baseline {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly entries: readonly BaselineEntry[];
}

/** An entry that counts more than the baseline of the base does. */
export interface GrownEntry extends BaselineEntry {
  /** What the base counts; 0 when it has no such entry. */
  readonly before: number;
}

/** An entry of the baseline, compared with what was found. */
export interface JudgedEntry extends BaselineEntry {
  /** How many findings have the fingerprint now. */
  readonly occurs: number;
  /** Why that number proves nothing; undefined when it does. */
  readonly unknown: string | undefined;
}
