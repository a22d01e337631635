import type { PlanRecordClaim } from "../../core/claims/claim.ts";
import type { Units } from "../../core/unit.ts";
import { habitOf, isBegun, saidBy } from "./said-status.ts";
import { comparableStatuses, unitPhase, type KnownStatus } from "./unit-phase.ts";

/** Where rows that people write contradict more of the units, it is the status of the units that nobody keeps. */
const mostBehind = 0.9;

/** A field that a repository may not keep up, and how many units are settled. */
export interface StatusHabit {
  readonly field: string;
  readonly settled: number;
}

interface Count {
  settled: number;
  behind: number;
}

/**
 * Whether a row that calls its unit begun or done, while the unit says that it is still to come, may be one of many. A list of data is kept by a tool,
 * and then the status of the unit mostly is not.
 */
export function statusHabits(
  claims: readonly PlanRecordClaim[],
  units: Units,
): (claim: PlanRecordClaim) => StatusHabit | undefined {
  const counts = new Map<string, Count>();
  for (const claim of claims) {
    const field = begunField(claim, units);
    if (field === undefined) continue;
    const count = counts.get(field) ?? { settled: 0, behind: 0 };
    counts.set(field, { settled: count.settled + 1, behind: count.behind + (isBehind(claim) ? 1 : 0) });
  }
  return (claim) => {
    const field = begunField(claim, units);
    const count = field === undefined ? undefined : counts.get(field);
    if (field === undefined || count === undefined || !isBehind(claim)) return undefined;
    const isNeglected = claim.record.form === "entry" || count.behind >= count.settled * mostBehind;
    return isNeglected ? { field, settled: count.settled } : undefined;
  };
}

/** The field of a unit that a row calls begun or done, and that states a status itself. */
function begunField(claim: PlanRecordClaim, units: Units): string | undefined {
  const { unit } = claim.record;
  const said = saidBy(claim, units);
  if (unit === undefined || said === undefined || !isBegun(said)) return undefined;
  return comparableStatuses(unit).length === 0 ? undefined : habitOf(unit);
}

function isBehind({ record: { unit } }: PlanRecordClaim): boolean {
  return unit !== undefined && comparableStatuses(unit).every(isStillOpen);
}

function isStillOpen({ source, stage }: KnownStatus): boolean {
  return source !== "box" && unitPhase(stage) === "open";
}
