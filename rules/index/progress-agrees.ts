import { defineRule, noOptions, type StatedProgress, type UnitTasks } from "../../src/rule-api/index.ts";

/** A total that differs by more than this share counts something else than boxes. */
const mostOff = 0.3;

export default defineRule({
  meta: {
    description: "Require the progress that a row states to be what the boxes say",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "index",
  },
  options: noOptions,
  messages: {
    differs: {
      message: "The row says that “{unit}” is at {says}, but {done} of its {total} boxes are ticked.",
      fact: "{done} of {total} boxes of {path} are ticked",
      help: "Bring the row up to date.",
    },
  },
  check({ claims, report, notChecked }) {
    for (const claim of claims.of("plan-record")) {
      const { unit, progress } = claim.record;
      const tasks = unit?.tasks;
      if (unit === undefined || progress === undefined || !isWrong(progress, tasks)) continue;
      if (claim.historical !== undefined) {
        notChecked(`${claim.path} says of itself that it is about the past: “${claim.historical}”`, claim);
        continue;
      }
      if (tasks.areKept && countsOther(progress, tasks)) {
        notChecked("a progress counts something else than the boxes of the unit", claim);
        continue;
      }
      report("differs", claim, {
        at: { ...progress, quote: claim.record.quote ?? progress.text },
        data: { unit: unit.name.text, says: progress.text, done: tasks.ticked, total: tasks.total, path: tasks.path },
        factAt: { path: tasks.path },
      });
    }
  },
});

function isWrong(progress: StatedProgress, tasks: UnitTasks | undefined): tasks is UnitTasks {
  if (tasks === undefined) return false;
  return !agrees(progress, tasks) && (tasks.areKept || contradictsList(progress, tasks));
}

/** Where boxes may stay open, more of them ticked than stated, or another number in all, tells. */
function contradictsList({ done, total }: StatedProgress, tasks: UnitTasks): boolean {
  return (done !== undefined && done < tasks.ticked) || (total !== undefined && total < tasks.total);
}

/** Whether the total is too far from the boxes to be theirs. */
function countsOther({ total }: StatedProgress, tasks: UnitTasks): boolean {
  return total !== undefined && Math.abs(total - tasks.total) > Math.max(3, tasks.total * mostOff);
}

/** Some count all boxes, others leaves only, or without what was set aside. */
function agrees({ done, total, percent }: StatedProgress, tasks: UnitTasks): boolean {
  const counts = [
    [tasks.ticked, tasks.total],
    [tasks.done, tasks.boxes.length],
    [tasks.done, tasks.done + tasks.open],
  ] as const;
  if (done !== undefined && total !== undefined) return counts.some(([own, all]) => own === done && all === total);
  return percent === undefined || counts.some(([own, all]) => all > 0 && Math.abs((100 * own) / all - percent) <= 1);
}
