import { comparableStatuses, daysBefore, defineRule, unitPhase, z, type Unit } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require a unit that is complete not to be left among the active ones",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "units",
  },
  options: z.strictObject({
    days: z
      .int()
      .min(0)
      .default(7)
      .describe("Days after which a complete unit should be archived; younger ones are information."),
  }),
  messages: {
    boxes: {
      message: "All {count} boxes of “{unit}” are ticked since {day} at least, and it is still among the active ones.",
      fact: "{path} has no open box",
      help: "Archive it, or open the box that is not done.",
    },
    boxesOfLate: {
      message: "All {count} boxes of “{unit}” are ticked, and it is still among the active ones.",
      fact: "{path} has no open box",
      help: "Archive it when it is merged, or open the box that is not done.",
      isAdvisory: true,
    },
    status: {
      message: "“{unit}” is “{status}” since {day} at least, and it is still among the active ones.",
      fact: "{path} says “{status}”, and finished ones are moved to {folder}",
      help: "Move it, or correct its status.",
    },
    statusOfLate: {
      message: "“{unit}” is “{status}”, and it is still among the active ones.",
      fact: "{path} says “{status}”, and finished ones are moved to {folder}",
      help: "Move it when it is merged, or correct its status.",
      isAdvisory: true,
    },
  },
  check({ claims, facts, options, past, report }) {
    const all = facts.units.all;
    for (const claim of claims.of("unit")) {
      const { unit } = claim;
      const archive = all.find(
        ({ state, source, root }) => state === "archived" && source === unit.source && root === unit.root,
      );
      if (unit.state !== "live" || archive === undefined || !isComplete(unit)) continue;
      const day = daysBefore(facts.today, options.days);
      const then = past(day);
      const earlier =
        then.kind === "known" ? then.value.facts.units.all.find(({ path }) => path === unit.path) : undefined;
      const isOld = earlier !== undefined && earlier.state === "live" && isComplete(earlier);
      const since = isOld ? { day } : {};
      const status = finalStatus(unit);
      const { tasks } = unit;
      if (tasks !== undefined && hasAllTicked(unit))
        report(isOld ? "boxes" : "boxesOfLate", claim, {
          // Where it still says that it is active, that is what is wrong.
          at: comparableStatuses(unit).find(({ location }) => location.path === tasks.path) ?? {
            text: unit.name.text,
            location: tasks.boxes[0]?.location ?? unit.location,
            quote: unit.path,
          },
          data: { unit: unit.name.text, count: tasks.done, path: tasks.path, ...since },
          factAt: { path: tasks.path },
        });
      else if (status !== undefined)
        report(isOld ? "status" : "statusOfLate", claim, {
          at: status,
          data: {
            unit: unit.name.text,
            status: status.word,
            path: status.location.path,
            folder: archive.folder,
            ...since,
          },
          factAt: status.location,
        });
    }
  },
});

function isComplete(unit: Unit): boolean {
  return hasAllTicked(unit) || finalStatus(unit) !== undefined;
}

function hasAllTicked({ tasks }: Unit): boolean {
  return tasks !== undefined && tasks.done > 0 && tasks.boxes.every(({ state }) => state === "done");
}

function finalStatus(unit: Unit) {
  const statuses = comparableStatuses(unit);
  const [first] = statuses;
  const isFinal = statuses.every(({ stage }) => unitPhase(stage) === "implemented" || unitPhase(stage) === "closed");
  return isFinal && (unit.tasks?.open ?? 0) === 0 ? first : undefined;
}
