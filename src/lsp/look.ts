import type { AuditReport } from "../core/finding.ts";
import type { AuditedTree } from "../watch/watch-listener.ts";

/** A repository with the texts of open documents. */
export interface Look extends AuditedTree {
  /** Absolute path. */
  readonly root: string;
}

/** The same after an audit. */
export interface AuditedLook extends Look {
  readonly report: AuditReport;
}

/** A place in a document of a repository. */
export interface Spot {
  readonly look: Look;
  /** From the root. */
  readonly path: string;
  /** In UTF-16 code units from the start of the text. */
  readonly offset: number;
}

/** The text that was audited; undefined when the path is not a file that can be read. */
export function textOf({ snapshot }: Look, path: string): string | undefined {
  const read = snapshot.read(path);
  return read.ok ? read.text : undefined;
}
