import type { Candidate, Claims, EntryName, LedgerRowClaim } from "../../core/claims/claim.ts";
import type { Facts, SpecPackage } from "../../core/fact.ts";
import type { Place } from "../../core/location.ts";
import type { Settings } from "../../core/settings.ts";
import { entriesNamed } from "./entry-keys.ts";
import { indexBy } from "./index-by.ts";
import { isImplemented } from "./is-implemented.ts";

/** How far the thing is that something else waits for. */
export interface DependencyState {
  readonly met: boolean;
  /** A clause about it: "still has 3 of 12 tasks open". */
  readonly words: string;
  /** Where that can be read. */
  readonly place: Place | undefined;
}

type Model = { readonly claims: Claims; readonly facts: Facts; readonly settings: Settings };

/** Whether a named entry or spec is implemented, by the ledger or by its package. What cannot be known is not met. */
export function dependencyState(
  name: Pick<EntryName, "key" | "target" | "text">,
  { claims, facts, settings }: Model,
): DependencyState {
  const row = rowOf(name, claims.of("ledger-row"));
  if (row !== undefined && isImplemented(row.status, settings)) {
    return {
      met: true,
      words: `is “${row.status}” by the ledger`,
      place: { path: row.location.path, line: row.location.line },
    };
  }
  const entries = entriesNamed({ key: name.key, target: undefined }, claims.of("candidate"));
  const spec = packageNamed(name, entries, facts);
  if (spec !== undefined) return specState(spec, settings);
  if (name.target !== undefined) return { met: false, words: "does not exist", place: undefined };
  const entry = entries[0];
  if (entry === undefined) return { met: false, words: "is neither an entry nor a spec", place: undefined };
  return {
    met: false,
    words: `is still ${entry.role}`,
    place: { path: entry.location.path, line: entry.location.line },
  };
}

/** Rows of the ledger by their keys. */
export const rowsByKey = indexBy((row: LedgerRowClaim) => [row.key]);
/** Rows of the ledger by the numbers of their specs. */
export const rowsBySpec = indexBy((row: LedgerRowClaim) => row.targets.map(({ spec }) => String(spec)));

/** The first row of the ledger that has the name's key or its spec. */
function rowOf(
  { key, target }: Pick<EntryName, "key" | "target">,
  rows: readonly LedgerRowClaim[],
): LedgerRowClaim | undefined {
  const [byKey] = rowsByKey(rows, key);
  const [bySpec] = target === undefined ? [] : rowsBySpec(rows, String(target.spec));
  return byKey === undefined || (bySpec !== undefined && bySpec.location.offset < byKey.location.offset)
    ? bySpec
    : byKey;
}

function packageNamed(
  name: Pick<EntryName, "target" | "text">,
  entries: readonly Candidate[],
  { specs }: Facts,
): SpecPackage | undefined {
  if (name.target !== undefined) return specs.numbered(name.target.spec)[0];
  const promoted = entries.find((one) => one.role === "promoted");
  return (
    (promoted?.targets ?? []).flatMap((target) => specs.numbered(target.spec))[0] ??
    specs.slugged(name.text) ??
    specs.titled(name.text)
  );
}

function specState(spec: SpecPackage, settings: Settings): DependencyState {
  const { tasks, status, path } = spec;
  const left = tasks === undefined ? 0 : tasks.open + tasks.deferred;
  if (tasks !== undefined && tasks.done > 0 && left === 0)
    return { met: true, words: `has all of its ${tasks.done} tasks ticked`, place: { path: `${path}/tasks.md` } };
  const file = { path: spec.specFile ?? path };
  if (status !== undefined && isImplemented(status, settings))
    return { met: true, words: `calls itself “${status}”`, place: file };
  if (tasks === undefined || left === 0) return { met: false, words: "is not known to be implemented", place: file };
  return {
    met: false,
    words: `still has ${left} of ${tasks.done + left} tasks open`,
    place: { path: `${path}/tasks.md` },
  };
}
