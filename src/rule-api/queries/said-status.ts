import type { PlanRecordClaim } from "../../core/claims/claim.ts";
import type { Quotation } from "../../core/quotation.ts";
import type { Unit, Units } from "../../core/unit.ts";
import { comparableStatuses, unitPhase, type SaidStage } from "./unit-phase.ts";

/** What a row says of its unit, and in which words. */
export interface SaidStatus extends SaidStage {
  readonly status: Quotation;
}

/** The status of a row; without one, what its box says. */
export function saidBy(
  { record: { unit, status, mark = "" }, box, location }: PlanRecordClaim,
  units: Units,
): SaidStatus | undefined {
  if (unit === undefined) return undefined;
  const stage = status === undefined ? undefined : units.stageOf(status.text, unit.layout);
  if (status !== undefined) return stage === undefined ? undefined : { status, stage, isBox: false };
  if (box !== "done" && box !== "open") return undefined;
  return { status: { text: `[${mark}]`, location }, stage: box === "done" ? "implemented" : "planned", isBox: true };
}

/** Whether a row calls its unit begun or done. */
export function isBegun({ stage }: SaidStage): boolean {
  return unitPhase(stage) === "started" || unitPhase(stage) === "implemented";
}

/** The field that a kind of unit may not keep up. */
export function habitOf({ layout, source }: Unit): string {
  return `${layout} ${source} status`;
}

/** How many units entries of data call begun or done that state a status themselves, by the field. */
export function settledUnits(claims: readonly PlanRecordClaim[], units: Units): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const claim of claims.filter(({ record }) => record.form === "entry")) {
    const { unit } = claim.record;
    const said = saidBy(claim, units);
    if (unit === undefined || said === undefined || !isBegun(said) || comparableStatuses(unit).length === 0) continue;
    counts.set(habitOf(unit), (counts.get(habitOf(unit)) ?? 0) + 1);
  }
  return counts;
}

/** The place of a status in a row, with the row as its quote. */
export function placeOfStatus({ record }: PlanRecordClaim, status: Quotation): Quotation {
  return { ...status, quote: record.quote ?? status.text };
}
