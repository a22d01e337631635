import {
  activeStatus,
  archiveOf,
  archivedTwin,
  daysBefore,
  defineRule,
  finalStatus,
  hasAllTicked,
  isUnitComplete,
  placeOfUnit,
  z,
  type Answer,
  type ClaimsAndFacts,
  type RuleContext,
  type Unit,
  type UnitClaim,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require a unit that is complete not to be left among the active ones",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    laxer: { days: "more" },
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
    twice: {
      message: "“{unit}” is among the active ones, and in {folder}, too.",
      fact: "{path} is there as well",
      help: "Remove whichever of the two is left over.",
    },
  },
  check(context) {
    const { claims, facts, options, past } = context;
    const day = daysBefore(facts.today, options.days);
    for (const claim of claims.of("unit")) {
      const archived = archivedTwin(claim.unit, facts.units.all);
      if (archived !== undefined) {
        const data = { unit: claim.unit.name.text, folder: archived.folder, path: archived.path };
        context.report("twice", claim, { at: placeOfUnit(claim), data, factAt: { path: archived.path } });
        continue;
      }
      const archive = archiveOf(claim.unit, facts.units.all);
      if (claim.unit.state !== "live" || archive === undefined || !isUnitComplete(claim.unit)) continue;
      const since = wasComplete(claim.unit, past(day)) ? { day } : {};
      reportComplete(claim, { folder: archive.folder, since, report: context.report });
    }
  },
});

interface Completion {
  readonly folder: string;
  /** The day on which the unit was complete already; empty when it was not. */
  readonly since: { readonly day?: string };
  readonly report: RuleContext<unknown, "boxes" | "boxesOfLate" | "status" | "statusOfLate">["report"];
}

function reportComplete(claim: UnitClaim, { folder, since, report }: Completion): void {
  const { unit } = claim;
  const isOld = since.day !== undefined;
  const { tasks } = unit;
  const data = { unit: unit.name.text, ...since };
  const status = finalStatus(unit);
  if (tasks !== undefined && hasAllTicked(unit))
    report(isOld ? "boxes" : "boxesOfLate", claim, {
      at: activeStatus(unit, tasks),
      data: { ...data, count: tasks.done, path: tasks.path },
      factAt: { path: tasks.path },
    });
  else if (status !== undefined)
    report(isOld ? "status" : "statusOfLate", claim, {
      at: status,
      data: { ...data, status: status.word, path: status.location.path, folder },
      factAt: status.location,
    });
}

/** Whether the unit was as complete at an earlier day. */
function wasComplete({ path }: Unit, then: Answer<ClaimsAndFacts>): boolean {
  if (then.kind === "unknown") return false;
  const earlier = then.value.facts.units.all.find((unit) => unit.path === path);
  return earlier?.state === "live" && isUnitComplete(earlier);
}
