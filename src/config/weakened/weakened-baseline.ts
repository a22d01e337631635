import type { Baseline } from "../../core/baseline.ts";
import { UsageError } from "../../core/errors.ts";
import { readBaseline } from "../read-baseline.ts";
import type { ConfiguredTree, KeyComparer } from "./configured-tree.ts";

/** A baseline at another path that hides more. At the same path that is the business of suppression/baseline-grew. */
export const weakenedBaseline: KeyComparer = (before, after) => {
  const [was, is] = [before.config.baseline, after.config.baseline];
  if (is === undefined || was === is) return { weakened: [], unknown: [] };
  const [earlier, now] = [baselineOf(before), baselineOf(after)];
  const counts = new Map(earlier?.entries.map(({ fingerprint, count }) => [fingerprint, count]));
  const more = (now?.entries ?? []).reduce(
    (sum, { fingerprint, count }) => sum + Math.max(0, count - (counts.get(fingerprint) ?? 0)),
    0,
  );
  if (more === 0) return { weakened: [], unknown: [] };
  const findings = more === 1 ? "one more finding" : `${more} more findings`;
  return { weakened: [{ path: ["baseline"], was: was ?? "none", is: `${is}, which hides ${findings}` }], unknown: [] };
};

/** Undefined for one that cannot be used: of the audited tree the audit itself says so. */
function baselineOf({ snapshot, config }: ConfiguredTree): Baseline | undefined {
  try {
    return config.baseline === undefined ? undefined : readBaseline(snapshot, config.baseline);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
