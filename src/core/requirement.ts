import type { Quotation } from "./quotation.ts";

/** A requirement of a specification; `text` is its name as written. */
export interface Requirement extends Quotation {
  /** Its name without case, markup and repeated spaces. */
  readonly key: string;
  readonly scenarios: readonly RequirementScenario[];
}

export interface RequirementScenario extends Quotation {
  readonly key: string;
}

export const deltaKinds = ["added", "modified", "removed", "renamed"] as const;
/** What a change does to a requirement. */
export type DeltaKind = (typeof deltaKinds)[number];

export interface DeltaRequirement extends Requirement {
  readonly kind: DeltaKind;
  /** Of a renamed one, the key of its new name. */
  readonly to?: string;
}

/** What a change does to one specification. */
export interface Delta {
  /** The name of the specification's directory. */
  readonly name: string;
  readonly path: string;
  readonly requirements: readonly DeltaRequirement[];
}

/** Where the requirements of a unit are, and how they are written. Words are in lower case. */
export interface RequirementSource {
  /** What a heading of a requirement begins with, before a colon. */
  readonly headings: readonly string[];
  /** Likewise of a scenario, one level below. */
  readonly scenarios: readonly string[];
  /** Of a unit that changes others: where it says so. */
  readonly deltas?: DeltaSource | undefined;
}

export interface DeltaSource {
  /** The kind of unit that is changed; it lies beside the changes, below the same directory. */
  readonly of: string;
  /** The directory of a unit that holds one directory for each specification. */
  readonly directory: string;
  readonly file: string;
  /** Headings above requirements, by what is done to them. */
  readonly sections: Readonly<Record<DeltaKind, readonly string[]>>;
  /** Labels of the former and the new name of a renamed requirement. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}
