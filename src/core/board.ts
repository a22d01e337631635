import type { EntryRole } from "./entry-role.ts";
import type { TaskProgress } from "./fact.ts";
import type { Finding } from "./finding.ts";

/** A candidate with what the repository knows about it: a row of `queue-lint entries`. */
export interface EntryRow {
  readonly title: string;
  readonly role: EntryRole;
  readonly section: string;
  readonly priority: string | undefined;
  readonly specs: readonly EntrySpec[];
  readonly path: string;
  readonly line: number;
}

export interface EntrySpec {
  readonly digits: string;
  readonly slug: string | undefined;
  /** False when no directory has the number. */
  readonly exists: boolean;
  readonly tasks: TaskProgress | undefined;
}

/** An entry as a card of the board. */
export interface BoardEntry extends EntryRow {
  /** True for the one entry that `queue-lint next` names. */
  readonly next: boolean;
  /** Findings of the report, the same objects, that are about this entry; a finding is about one entry at most. */
  readonly findings: readonly Finding[];
}

/** The queue as data, for formats that show more than findings. */
export interface Board {
  /** The day of the audit, an ISO 8601 date. */
  readonly date: string;
  /** In document order. */
  readonly entries: readonly BoardEntry[];
}
