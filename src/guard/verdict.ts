import type { Finding } from "../core/finding.ts";

/** When the guard is asked: before work starts, before an edit, when work ends, when a person writes to the agent. */
export const moments = ["start", "edit", "stop", "prompt"] as const;
export type Moment = (typeof moments)[number];

/** The answer of the guard. */
export interface Verdict {
  readonly kind: "allowed" | "refused" | "unknown";
  readonly moment: Moment;
  /** What was asked about; undefined when nothing names an item. */
  readonly item?: VerdictItem | undefined;
  /** Full sentences. */
  readonly reasons: readonly string[];
  /** What a person would have to write so that it is allowed; empty unless it is refused. */
  readonly release: readonly string[];
  /** The findings that are the reason. */
  readonly findings: readonly Finding[];
}

export interface VerdictItem {
  /** As it was named: "Seat maps", "003-seat-maps". */
  readonly text: string;
  readonly from: ItemOrigin;
  /** Entries and units that it means, as "docs/queue.md:12" and "specs/003-seat-maps". */
  readonly places: readonly string[];
}

/** Who named the item: the command line, the hook's input, `.specify/feature.json`, the branch. */
export type ItemOrigin = "argument" | "hook" | "feature" | "branch";
