import { defineRule, isGivenUp, noOptions, type TaskBox, type UnitTasks } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Disallow open boxes in an archived unit unless they say why they stay open",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "units",
  },
  options: noOptions,
  messages: {
    open: {
      message: "“{unit}” is archived with {open} of {count} boxes open.",
      fact: "{path} is archived",
      help: "Tick what was done, and say of the rest why it stays open: deferred, dropped, manual.",
    },
    archiving: {
      message: "The open box asks to archive “{unit}”, which is archived.",
      fact: "{path} is archived",
      help: "Tick the box.",
    },
  },
  check({ claims, report }) {
    for (const claim of claims.of("unit")) {
      const { unit } = claim;
      const { tasks } = unit;
      if (unit.state !== "archived" || tasks?.areKept !== true || isGivenUp(unit)) continue;
      const data = { unit: unit.name.text, path: unit.path };
      const open = tasks.boxes.filter(isOpen);
      const asking = open.filter(({ asksToArchive }) => asksToArchive === true);
      for (const box of asking)
        report("archiving", claim, {
          at: box,
          data,
          factAt: { path: unit.path },
          identity: `${claim.identity} ${box.text}`,
        });
      const left = open.filter((box) => box.setAside === undefined && box.asksToArchive !== true);
      // Work tells more than what prepared it, and says of that that it is over.
      const first = left.find(({ prepares }) => prepares !== true) ?? (hasWork(tasks) ? undefined : left[0]);
      if (first !== undefined)
        report("open", claim, {
          at: first,
          data: { ...data, open: tasks.open, count: tasks.boxes.length },
          factAt: { path: unit.path },
        });
    }
  },
});

/** Whether a box that is no preparation is ticked. */
function hasWork({ boxes }: UnitTasks): boolean {
  return boxes.some(({ state, prepares }) => state === "done" && prepares !== true);
}

function isOpen({ state }: TaskBox): boolean {
  return state === "open" || state === "started";
}
