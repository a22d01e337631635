import type { JudgedEntry } from "../core/baseline.ts";
import { remaining } from "./apply-baseline.ts";

/** A baseline beside what an audit found. */
export interface BaselineComparison {
  /** False when it is yet to be written. */
  readonly exists: boolean;
  readonly entries: readonly JudgedEntry[];
  /** Findings that it does not hide, counted by fingerprint. */
  readonly countsToBaseline: ReadonlyMap<string, number>;
}

/** What is to become of a baseline: may it grow, is it to lose what no longer occurs? */
export interface BaselineOptions {
  readonly add: boolean;
  readonly prune: boolean;
}

export interface BaselineChange {
  /** Findings by fingerprint, as they are to be written. */
  readonly counts: ReadonlyMap<string, number>;
  /** How many findings there are in it then, came in, went out; and how many are left in it that no longer occur. */
  readonly total: number;
  readonly added: number;
  readonly removed: number;
  readonly stale: number;
}

/** What a baseline becomes. Pure. What could not be checked stays in it. */
export function changeBaseline(
  { entries, countsToBaseline }: BaselineComparison,
  { add, prune }: BaselineOptions,
): BaselineChange {
  const counts = new Map<string, number>();
  const grow = (fingerprint: string, count: number): void =>
    void counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + count);
  for (const entry of entries) grow(entry.fingerprint, prune ? remaining(entry) : entry.count);
  if (add) for (const [fingerprint, count] of countsToBaseline) grow(fingerprint, count);
  const gone = sum(entries.map((entry) => entry.count - remaining(entry)));
  return {
    counts,
    total: sum(counts.values()),
    added: add ? sum(countsToBaseline.values()) : 0,
    removed: prune ? gone : 0,
    stale: prune ? 0 : gone,
  };
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const one of numbers) total += one;
  return total;
}
