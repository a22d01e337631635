import type { PlanRecordClaim } from "../../core/claims/claim.ts";
import type { Quotation } from "../../core/quotation.ts";
import type { Units } from "../../core/unit.ts";
import type { SaidStage } from "./unit-phase.ts";

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
