import type { Finding } from "./finding.ts";

/** The findings of one commit of the history, as `queue-lint replay` counts them. */
export interface AuditedCommit {
  /** Full object name. */
  readonly id: string;
  /** ISO 8601, by the author. */
  readonly date: string;
  readonly subject: string;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** What the audited commit before it did not have. */
  readonly introduced: readonly Finding[];
  /** Fingerprints of what only the audited commit before it had. */
  readonly fixed: readonly string[];
}
