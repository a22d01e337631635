import {
  contradicts,
  defineRule,
  isTiedExactly,
  noOptions,
  placeOfStatus,
  saidBy,
  unitPhase,
  type PlanRecordClaim,
  type SaidStatus,
  type Unit,
  type Units,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require two documents that list one unit to agree how far it is",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "index",
  },
  options: noOptions,
  messages: {
    differs: {
      message: "“{unit}” is “{says}” here, but “{status}” in {path}.",
      fact: "line {line} of {path} says “{status}”",
      help: "Correct whichever of the two is out of date.",
    },
  },
  check({ claims, facts, report }) {
    const named = new Set(claims.of("index").flatMap((index) => (index.named ? [index.path] : [])));
    const records = claims.of("plan-record").filter(({ path }) => named.has(path));
    for (const [unit, said] of statedByUnit(records, facts.units)) {
      const [first, ...rest] = said;
      // A document that lists a unit twice speaks of its parts.
      if (first === undefined || new Set(said.map(({ claim }) => claim.path)).size < said.length) continue;
      const other = rest.find((one) => differ(first, one));
      if (other === undefined) continue;
      const { path, line } = other.status.location;
      report("differs", first.claim, {
        at: placeOfStatus(first.claim, first.status),
        data: { unit: unit.name.text, says: first.status.text, status: other.status.text, path, line },
        factAt: other.status.location,
        identity: `${unit.layout} ${unit.id} ${path}`,
      });
    }
  },
});

type StatedRecord = SaidStatus & { readonly claim: PlanRecordClaim };

/** Of units that say nothing of themselves: else that decides, and index/status-agrees compares each row with it. */
function statedByUnit(claims: readonly PlanRecordClaim[], units: Units): ReadonlyMap<Unit, readonly StatedRecord[]> {
  const found = new Map<Unit, StatedRecord[]>();
  for (const claim of claims.filter(({ historical }) => historical === undefined)) {
    const { unit } = claim.record;
    const said = saidBy(claim, units);
    if (unit === undefined || said === undefined || isToldByItself(unit) || !isTiedExactly(claim.record)) continue;
    found.set(unit, [...(found.get(unit) ?? []), { ...said, claim }]);
  }
  return found;
}

function isToldByItself({ statuses, tasks }: Unit): boolean {
  return statuses.length > 0 || tasks !== undefined;
}

/** A list of what is planned may name what was begun since; a box is not kept up everywhere. */
function differ(one: StatedRecord, other: StatedRecord): boolean {
  const phases = [one, other].map(({ stage }) => unitPhase(stage));
  if (one.isBox || other.isBox) return false;
  return contradicts(one.stage, other.stage) && !(phases.includes("open") && phases.includes("started"));
}
