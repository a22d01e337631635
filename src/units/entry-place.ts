import type { Layout, UnitSource } from "../core/layout.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { Status } from "../core/statuses.ts";

/** What entries are read with. */
export interface EntryPlace {
  readonly layout: Layout;
  /** The key of the source. */
  readonly kind: string;
  readonly source: UnitSource;
  readonly known: readonly Status[];
  readonly snapshot: Snapshot;
}
