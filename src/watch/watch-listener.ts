import type { ResolvedConfig } from "../config/resolved-config.ts";
import type { AuditModel } from "../core/audit-model.ts";
import type { AuditReport } from "../core/finding.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { AuditOutcome } from "../engine/fix-safety.ts";
import type { Opened } from "../open/open.ts";

/** What is audited, with the texts that editors hold. */
export interface AuditedTree {
  readonly snapshot: Snapshot;
  readonly model: AuditModel;
  readonly config: ResolvedConfig;
  readonly base: Opened["base"];
  /** Audits the tree as it would read with other texts; what is known of it is not read again. */
  audit(snapshot: Snapshot): AuditOutcome;
}

export interface AuditDetails {
  readonly tree: AuditedTree;
  /** Paths of the documents that were parsed since the audit before; what is known is not parsed again. */
  readonly parsed: readonly string[];
}

export interface WatchListener {
  /** Is given each audit, and how many milliseconds it took. */
  audited(report: AuditReport, time: number, details: AuditDetails): void;
  /** An audit was not possible, mostly for bad input; it is tried again after the next change. */
  failed(error: unknown): void;
}
