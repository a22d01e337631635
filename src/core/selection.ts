import type { Candidate } from "./claims/claim.ts";

/** Whether an automatic picker may take a candidate, and every reason why not. */
export interface Consideration {
  readonly candidate: Candidate;
  readonly eligible: boolean;
  /** Full sentences; empty when eligible. */
  readonly reasons: readonly string[];
}

/** The answer of `queue-lint next`. `pick` is the first eligible candidate by priority, then by order. */
export interface Selection {
  readonly pick: Candidate | undefined;
  readonly considered: readonly Consideration[];
}
