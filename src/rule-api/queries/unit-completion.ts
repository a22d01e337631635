import type { PlanRecord } from "../../core/record.ts";
import type { Unit, UnitTasks } from "../../core/unit.ts";
import { comparableStatuses, unitPhase } from "./unit-phase.ts";

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

/** Whether a unit says that it was superseded or dropped. */
export function isGivenUp({ statuses }: Unit): boolean {
  return statuses.some(({ stage }) => stage !== undefined && unitPhase(stage) === "closed");
}

/** Fewer boxes than these are no sign of how far a unit is. */
const fewestBoxes = 3;

/** Whether so many boxes are ticked that the unit is built, and none is left. */
export function areAllTicked({ open, setAside, done }: UnitTasks): boolean {
  return open === 0 && setAside === 0 && done >= fewestBoxes;
}

/** Whether no box is ticked. A few open boxes of something finished are told in words that nobody can foresee. */
export function isNoneTicked({ open, done }: UnitTasks): boolean {
  return done === 0 && open >= fewestBoxes;
}

/** Whether a row names its unit by a link or a number. One that is tied by its words alone may be about something else. */
export function isTiedExactly({ unit, references: [reference] }: PlanRecord): boolean {
  return unit?.name.number !== undefined || reference?.path !== undefined;
}
