import type { PlanRecordClaim } from "../../core/claims/claim.ts";
import type { Quotation } from "../../core/quotation.ts";
import type { Unit, Units } from "../../core/unit.ts";
import { unitPhase, type SaidStage } from "./unit-phase.ts";

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

/** The place of a status in a row, with the row as its quote. */
export function placeOfStatus({ record }: PlanRecordClaim, status: Quotation): Quotation {
  return { ...status, quote: record.quote ?? status.text };
}
