import {
  comparableStatuses,
  contradictsUnit,
  defineRule,
  noOptions,
  saidBy,
  unitPhase,
  type PlanRecordClaim,
  type RuleContext,
  type SaidStatus,
  type Unit,
  type UnitTasks,
  type Units,
} from "../../src/rule-api/index.ts";

/** Fewer boxes than these are no sign that a unit is built. */
const fewestBoxes = 3;
/** Where fewer of the finished units have all boxes ticked, nobody keeps them. */
const mostTicked = 0.8;

type Report = RuleContext<unknown, "differs" | "built" | "unticked">["report"];

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
  },
  check({ claims, facts, report, notChecked }) {
    const records = claims.of("plan-record");
    const kept = records.flatMap((claim) => settledTasks(claim, facts.units));
    const keepsBoxes = kept.length > 0 && kept.filter(({ open }) => open === 0).length >= kept.length * mostTicked;
    for (const claim of records) {
      const { unit } = claim.record;
      const said = saidBy(claim, facts.units);
      if (unit === undefined || said === undefined) continue;
      if (claim.historical !== undefined) {
        notChecked(`${claim.path} says of itself that it is about the past: “${claim.historical}”`, claim);
        continue;
      }
      const stated: StatedRecord = { claim, unit, ...said };
      const [first] = comparableStatuses(unit);
      if (first !== undefined) checkStatus(stated, first, report);
      else if (unit.tasks !== undefined) checkBoxes(stated, unit.tasks, { keepsBoxes, report });
    }
  },
});

interface StatedRecord extends SaidStatus {
  readonly claim: PlanRecordClaim;
  readonly unit: Unit;
}

function placeIn({ claim, status }: StatedRecord) {
  return { ...status, quote: claim.record.quote ?? status.text };
}

/** A row that agrees with one of the statuses that a unit states is not wrong. */
function checkStatus(stated: StatedRecord, first: ReturnType<typeof comparableStatuses>[number], report: Report): void {
  const { claim, unit, status } = stated;
  if (comparableStatuses(unit).some((own) => !contradictsUnit(stated, own))) return;
  report("differs", claim, {
    at: placeIn(stated),
    data: { unit: unit.name.text, says: status.text, status: first.word, path: first.location.path },
    factAt: first.location,
  });
}

function checkBoxes(
  stated: StatedRecord,
  tasks: UnitTasks,
  { keepsBoxes, report }: { readonly keepsBoxes: boolean; readonly report: Report },
): void {
  const { claim, unit, status, stage } = stated;
  const evidence = { at: placeIn(stated), factAt: { path: tasks.path } };
  const data = { unit: unit.name.text, says: status.text, path: tasks.path };
  if (unitPhase(stage) === "open" && isBuilt(tasks))
    report("built", claim, { ...evidence, data: { ...data, count: tasks.done } });
  if (stage === "implemented" && isUntouched(tasks) && keepsBoxes)
    report("unticked", claim, { ...evidence, data: { ...data, count: tasks.open } });
}

function isBuilt({ open, setAside, done }: UnitTasks): boolean {
  return open === 0 && setAside === 0 && done >= fewestBoxes;
}

/** A few open boxes of something finished are told in words that nobody can foresee. */
function isUntouched({ open, done }: UnitTasks): boolean {
  return done === 0 && open >= fewestBoxes;
}

/** The boxes of a unit that its row calls implemented. */
function settledTasks(claim: PlanRecordClaim, units: Units): UnitTasks[] {
  const { tasks } = claim.record.unit ?? {};
  return tasks?.areKept === true && saidBy(claim, units)?.stage === "implemented" ? [tasks] : [];
}
