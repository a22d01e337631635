import {
  comparableStatuses,
  contradicts,
  defineRule,
  noOptions,
  unitPhase,
  type KnownStatus,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require places of one unit that state a status to agree",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "units",
  },
  options: noOptions,
  messages: {
    differs: {
      message: "“{unit}” is “{says}” here, but “{status}” {where}.",
      fact: "{path} says “{status}”",
      help: "Correct whichever of the two is out of date.",
    },
  },
  check({ claims, report }) {
    for (const claim of claims.of("unit")) {
      const [first, ...rest] = comparableStatuses(claim.unit);
      if (first === undefined) continue;
      for (const other of rest) {
        if (!contradicts(first.stage, other.stage) || isOnlyBegun(first, other)) continue;
        const [wrong, right] = other.source === "folder" ? [first, other] : [other, first];
        report("differs", claim, {
          at: wrong,
          data: {
            unit: claim.unit.name.text,
            says: wrong.word,
            status: right.word,
            where: right.source === "folder" ? "by its folder" : placeOf(wrong, right),
            path: right.location.path,
          },
          factAt: right.location,
          identity: `${claim.identity} ${wrong.source} ${wrong.location.path.slice(claim.unit.path.length)}`,
        });
      }
    }
  },
});

/** A plan may be drafted while its spec is in work. */
function isOnlyBegun(one: KnownStatus, other: KnownStatus): boolean {
  const phases = [unitPhase(one.stage), unitPhase(other.stage)];
  return phases.includes("open") && phases.includes("started");
}

function placeOf(here: KnownStatus, there: KnownStatus): string {
  const { path, line } = there.location;
  return path === here.location.path ? `in line ${line}` : `in ${path.slice(path.lastIndexOf("/") + 1)}`;
}
