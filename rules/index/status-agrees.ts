import {
  areAllTicked,
  comparableStatuses,
  contradictsUnit,
  defineRule,
  isNoneTicked,
  isTiedExactly,
  noOptions,
  unitPhase,
  type PlanRecordClaim,
  type Quotation,
  type RuleContext,
  type SaidStage,
  type Unit,
  type UnitTasks,
  type Units,
} from "../../src/rule-api/index.ts";

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
    const kept = claims.of("plan-record").flatMap((claim) => settledTasks(claim, facts.units));
    const keepsBoxes = kept.length > 0 && kept.filter(({ open }) => open === 0).length >= kept.length * mostTicked;
    for (const claim of claims.of("plan-record")) {
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

interface Said extends SaidStage {
  readonly status: Quotation;
}

interface StatedRecord extends Said {
  readonly claim: PlanRecordClaim;
  readonly unit: Unit;
}

/** The status of a row; without one, what its box says. */
function saidBy(
  { record: { unit, status, mark = "" }, box, location }: PlanRecordClaim,
  units: Units,
): Said | undefined {
  if (unit === undefined) return undefined;
  const stage = status === undefined ? undefined : units.stageOf(status.text, unit.layout);
  if (status !== undefined) return stage === undefined ? undefined : { status, stage, isBox: false };
  if (box !== "done" && box !== "open") return undefined;
  return { status: { text: `[${mark}]`, location }, stage: box === "done" ? "implemented" : "planned", isBox: true };
}

/** A row that agrees with one of the statuses that a unit states is not wrong. */
function checkStatus(stated: StatedRecord, first: ReturnType<typeof comparableStatuses>[number], report: Report): void {
  const { claim, unit, status } = stated;
  if (comparableStatuses(unit).some((own) => !contradictsUnit(stated, own))) return;
  report("differs", claim, {
    at: { ...status, quote: claim.record.quote ?? status.text },
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
  const evidence = { at: { ...status, quote: claim.record.quote ?? status.text }, factAt: { path: tasks.path } };
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
