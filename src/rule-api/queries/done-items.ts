import type { Candidate, Claims, RoadmapItemClaim } from "../../core/claims/claim.ts";
import type { Settings } from "../../core/settings.ts";
import { stageOf } from "../../core/statuses.ts";
import { rowsByKey } from "./dependency-state.ts";
import { entriesIn, keysOf } from "./entry-keys.ts";
import { isImplemented } from "./is-implemented.ts";

/** An item of the roadmap that is done or given up, its active entry, and how the roadmap says so. */
export interface DoneItem {
  readonly item: RoadmapItemClaim;
  readonly own: Candidate;
  readonly said: string;
}

/** The items of the roadmap that are done or given up, and active in the queue. What the ledger calls implemented is reported by active/not-implemented. */
export function doneItems(claims: Claims, settings: Settings): DoneItem[] {
  const active = entriesIn("active", claims.of("candidate"));
  const rows = claims.of("ledger-row");
  return claims.of("roadmap-item").flatMap((item) => {
    const said = doneAs(item, settings);
    const own = said === undefined ? undefined : active.find((candidate) => keysOf(candidate).includes(item.key));
    if (own === undefined || said === undefined) return [];
    const isReported = keysOf(own).some((key) =>
      rowsByKey(rows, key).some((row) => isImplemented(row.status, settings)),
    );
    return isReported ? [] : [{ item, own, said }];
  });
}

function doneAs({ status, horizon }: RoadmapItemClaim, { statuses }: Settings): string | undefined {
  if (status === undefined) return horizon === "done" ? "done" : undefined;
  const stage = stageOf(status.text, statuses);
  return stage === "implemented" || stage === "closed" ? `“${status.text}”` : undefined;
}
