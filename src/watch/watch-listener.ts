import type { ResolvedConfig } from "../config/resolved-config.ts";
import type { AuditModel } from "../core/audit-model.ts";
import type { AuditReport } from "../core/finding.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { AuditOutcome } from "../engine/fix-safety.ts";
import type { Opened } from "../open/open.ts";

/** What an audit rests on. */
export interface AuditedTree {
  readonly snapshot: Snapshot;
  readonly model: AuditModel;
  readonly config: ResolvedConfig;
  readonly base: Opened["base"];
  /** Paths of the documents that were parsed for it; what is known from the audit before is not. */
  readonly parsed: readonly string[];
  /** Audits the tree as it would read with other texts; what is known of it is not read again. */
  audit(snapshot: Snapshot): AuditOutcome;
}

export interface WatchListener {
  /** Is given each audit, and how many milliseconds it took. */
  audited(report: AuditReport, time: number, tree: AuditedTree): void;
  /** An audit was not possible, mostly for bad input; it is tried again after the next change. */
  failed(error: unknown): void;
}
