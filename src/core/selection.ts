import type { Candidate } from "./claims/claim.ts";
import type { Location } from "./location.ts";
import type { Unit } from "./unit.ts";

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

/** Whether a unit of a layout may be taken, and every reason why not. */
export interface UnitConsideration {
  readonly unit: Unit;
  readonly title: string;
  /** Where it is listed, or begins. */
  readonly location: Location;
  /** As written; undefined where it has none. */
  readonly priority: string | undefined;
  readonly eligible: boolean;
  /** Full sentences; empty when eligible. */
  readonly reasons: readonly string[];
}

/** What of the units of one layout may be taken. `pick` is the first that is free. */
export interface UnitSelection {
  /** The name of the layout. */
  readonly layout: string;
  /** How people call it. */
  readonly layoutTitle: string;
  readonly pick: UnitConsideration | undefined;
  readonly considered: readonly UnitConsideration[];
}
