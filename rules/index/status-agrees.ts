import {
  areAllTicked,
  comparableStatuses,
  contradictsUnit,
  defineRule,
  isNoneTicked,
  isTiedExactly,
  noOptions,
  placeOfStatus,
  saidBy,
  statusHabits,
  tickBox,
  unitPhase,
  type Facts,
  type KnownStatus,
  type PlanRecordClaim,
  type RuleContext,
  type SaidStatus,
  type StatusHabit,
  type Unit,
  type UnitTasks,
  type Units,
} from "../../src/rule-api/index.ts";

/** Where fewer of the finished units have all boxes ticked, nobody keeps them. */
const mostTicked = 0.8;
type Report = RuleContext<unknown, "differs" | "built" | "unticked" | "habit">["report"];

export default defineRule({
  meta: {
    description: "Require the status of a row to agree with that of the unit that it lists",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "index",
  },
  options: noOptions,
  messages: {
    differs: {
      message: "The row calls “{unit}” “{says}”, but its own status is “{status}”.",
      fact: "{path} says “{status}”",
      help: "Correct whichever of the two is out of date.",
    },
    built: {
      message: "The row calls “{unit}” “{says}”, but all of its {count} boxes are ticked.",
      fact: "all {count} boxes of {path} are ticked",
      help: "Correct the row, or open the boxes that are not done.",
    },
    unticked: {
      message: "The row calls “{unit}” “{says}”, but none of its {count} boxes is ticked.",
      fact: "none of {count} boxes of {path} is ticked",
      help: "Tick what was done, say of the rest why it stays open, or correct the row.",
    },
    habit: {
      message:
        "{count} of {settled} units that rows call begun or done still say “{status}” or so, the first is {first}.",
      fact: "{count} of {settled} say otherwise than their rows",
      help: "Correct them, or say where they are that their status is not kept up.",
    },
  },
  check({ claims, facts, report, notChecked }) {
    const records = claims.of("plan-record");
    const kept = records.flatMap((claim) => settledTasks(claim, facts.units));
    const keepsBoxes = kept.length > 0 && kept.filter(({ open }) => open === 0).length >= kept.length * mostTicked;
    const habitFor = statusHabits(records, facts.units);
    for (const claim of records) {
      const [{ unit }, said] = [claim.record, saidBy(claim, facts.units)];
      if (unit === undefined || said === undefined) continue;
      if (claim.historical !== undefined) {
        notChecked(`${claim.path} says of itself that it is about the past: “${claim.historical}”`, claim);
        continue;
      }
      const stated: StatedRecord = { claim, unit, ...said };
      const [first] = comparableStatuses(unit);
      if (first !== undefined) checkStatus(stated, first, { habit: habitFor(claim), facts, report });
      else if (unit.tasks !== undefined) checkBoxes(stated, unit.tasks, { keepsBoxes, report });
    }
  },
});

type StatedRecord = SaidStatus & { readonly claim: PlanRecordClaim; readonly unit: Unit };

/** A row that agrees with one of the statuses that a unit states is not wrong. */
function checkStatus(
  stated: StatedRecord,
  first: KnownStatus,
  { habit, facts, report }: { readonly habit: StatusHabit | undefined; readonly facts: Facts; readonly report: Report },
): void {
  const { claim, unit, status } = stated;
  if (comparableStatuses(unit).some((own) => !contradictsUnit(stated, own))) return;
  // The record that a unit was carried out is a file of its own: only the box was forgotten.
  const fix = first.source === "companion" && stated.isBox ? tickBox(claim.record, facts) : undefined;
  report("differs", claim, {
    at: placeOfStatus(claim, status),
    data: { unit: unit.name.text, says: status.text, status: first.word, path: first.location.path },
    factAt: first.location,
    fix: first.stage === "implemented" ? fix : undefined,
    ...(habit === undefined ? {} : { habit: { ...habit, message: "habit" } as const }),
  });
}

function checkBoxes(
  stated: StatedRecord,
  tasks: UnitTasks,
  { keepsBoxes, report }: { readonly keepsBoxes: boolean; readonly report: Report },
): void {
  const { claim, unit, status, stage } = stated;
  const evidence = { at: placeOfStatus(claim, status), factAt: { path: tasks.path } };
  const data = { unit: unit.name.text, says: status.text, path: tasks.path };
  if (unitPhase(stage) === "open" && areAllTicked(tasks))
    report("built", claim, { ...evidence, data: { ...data, count: tasks.done } });
  if (stage === "implemented" && isNoneTicked(tasks) && keepsBoxes && isTiedExactly(claim.record))
    report("unticked", claim, { ...evidence, data: { ...data, count: tasks.open } });
}

/** The boxes of a unit that its row calls implemented. */
function settledTasks(claim: PlanRecordClaim, units: Units): UnitTasks[] {
  const { tasks } = claim.record.unit ?? {};
  return tasks?.areKept === true && saidBy(claim, units)?.stage === "implemented" ? [tasks] : [];
}
