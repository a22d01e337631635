import type { Unit, UnitTasks } from "../../core/unit.ts";
import { comparableStatuses, unitPhase } from "./unit-phase.ts";

/** Fewer boxes than these are no sign that a unit is built. */
const fewestBoxes = 3;

/** Whether a unit says in any way that it is finished: all of its boxes are ticked, or its status is final. */
export function isUnitComplete(unit: Unit): boolean {
  return hasAllTicked(unit) || finalStatus(unit) !== undefined;
}

/** Whether a unit has boxes, and all of them are ticked. */
export function hasAllTicked({ tasks }: Unit): boolean {
  return tasks !== undefined && tasks.done > 0 && tasks.boxes.every(({ state }) => state === "done");
}

/** The first status of a unit whose statuses all say implemented or closed; undefined when one says otherwise, or a box is open. */
export function finalStatus(unit: Unit): ReturnType<typeof comparableStatuses>[number] | undefined {
  const statuses = comparableStatuses(unit);
  const isFinal = statuses.every(({ stage }) => ["implemented", "closed"].includes(unitPhase(stage)));
  return isFinal && (unit.tasks?.open ?? 0) === 0 ? statuses[0] : undefined;
}

/** Whether the boxes of a unit say that it is there. */
export function isBuilt({ open, setAside, done }: UnitTasks): boolean {
  return open === 0 && setAside === 0 && done >= fewestBoxes;
}

/** A few open boxes of something finished are told in words that nobody can foresee. */
export function hasNothingTicked({ open, done }: UnitTasks): boolean {
  return done === 0 && open >= fewestBoxes;
}
