import type { Quotation } from "./quotation.ts";

/** One thing that a change of the configuration makes less strict. The words are those of the key, at its place in the configuration file. */
export interface Weakening extends Quotation {
  /** The key, as in `rules.promotion/once`. */
  readonly key: string;
  /** What held before, and what holds now, in words. */
  readonly was: string;
  readonly is: string;
}

/** What a tree's configuration weakens, compared with that of another tree. */
export interface ConfigurationChange {
  readonly weakened: readonly Weakening[];
  /** Changes of which nobody can say whether they weaken anything, one reason each. */
  readonly unknown: readonly string[];
  /** True when the other tree shows no sign of queue-lint: the change brings it in. */
  readonly isIntroduction: boolean;
}
