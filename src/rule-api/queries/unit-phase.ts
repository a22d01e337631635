import { phaseOfStage, phasesDiffer, type Phase, type Stage } from "../../core/statuses.ts";
import type { StatedStatus, Unit } from "../../core/unit.ts";

export type UnitPhase = Phase;

/** The phase of a stage. Something that is partly there is begun. */
export function unitPhase(stage: Stage): UnitPhase {
  return phaseOfStage(stage);
}

/** Whether two stages cannot both be so. What is partly there is neither begun only nor all there. */
export function contradicts(one: Stage, other: Stage): boolean {
  if (one === "partial" || other === "partial")
    return [one, other].some((stage) => stage === "closed" || unitPhase(stage) === "open") && one !== other;
  return phasesDiffer(unitPhase(one), unitPhase(other));
}

/** A status whose stage is known. */
export type KnownStatus = StatedStatus & { readonly stage: Stage };

/** The statuses of a unit that may be compared with what others say: known words that are not final words of their own kind. */
export function comparableStatuses({ statuses }: Unit): KnownStatus[] {
  return statuses.filter((status): status is KnownStatus => status.stage !== undefined && !status.final);
}

/** What a place says of a unit. A box tells only whether the unit is done. */
export interface SaidStage {
  readonly stage: Stage;
  readonly isBox: boolean;
}

/** Whether what is said of a unit contradicts its own status: an open box nothing but “implemented”, a ticked one nothing that was given up. */
export function contradictsUnit(said: SaidStage, own: KnownStatus): boolean {
  const isBox = said.isBox || own.source === "box";
  if (!isBox) return contradicts(said.stage, own.stage);
  const phases = [unitPhase(said.stage), unitPhase(own.stage)];
  return phases.filter((phase) => phase === "implemented").length === 1 && !phases.includes("closed");
}
