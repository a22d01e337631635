import {
  comparableStatuses,
  defineRule,
  noOptions,
  relative,
  unitPhase,
  type KnownStatus,
  type Location,
  type Unit,
  type UnitClaim,
  type Units,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require a decision that another one supersedes to be no longer in force",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "units",
  },
  options: noOptions,
  messages: {
    active: {
      message: "“{older}” is still “{status}”, but “{newer}” says that it supersedes it.",
      fact: "{path} names it as superseded",
      help: "Give it the status of what was superseded and name its successor, or say in the successor which part it supersedes.",
    },
  },
  check({ claims, facts, report, notChecked }) {
    const claimOf = new Map(claims.of("unit").map((claim) => [claim.unit, claim]));
    for (const { older, newer, location } of superseded(claims.of("unit"), facts.units)) {
      const claim = claimOf.get(older);
      const [status] = comparableStatuses(older);
      if (claim === undefined || status === undefined) continue;
      if (older.statuses.some(isRemarked)) {
        notChecked(`the status of ${older.path} says more than how far it is`, claim);
        continue;
      }
      report("active", claim, {
        at: status,
        data: { older: older.name.text, status: status.word, newer: newer.name.text, path: newer.path },
        factAt: location,
        identity: `${claim.identity} ${newer.name.text}`,
      });
    }
  },
});

interface Superseded {
  readonly older: Unit;
  readonly newer: Unit;
  readonly location: Location;
}

/** The decisions in force that another one in force supersedes. */
function superseded(claims: readonly UnitClaim[], units: Units): Superseded[] {
  return claims.flatMap(({ unit: newer }) => {
    const relations = newer.relations.filter(({ kind }) => kind === "superseded");
    return relations.flatMap((relation): Superseded[] => {
      const older = relative(relation, newer, units);
      const isOther = older !== undefined && older !== newer && older.source === newer.source;
      return isOther && isInForce(older) && isInForce(newer) ? [{ older, newer, location: relation.location }] : [];
    });
  });
}

/** Every place says so: what is proposed supersedes nothing yet, and one place that calls it superseded is enough. */
function isInForce(unit: Unit): boolean {
  const statuses: readonly KnownStatus[] = comparableStatuses(unit);
  return (
    unit.state === "live" && statuses.length > 0 && statuses.every(({ stage }) => unitPhase(stage) === "implemented")
  );
}

/** “Accepted, §2 replaced by ADR-9”: it may be in force in part. */
function isRemarked({ text, word, stage }: Unit["statuses"][number]): boolean {
  return stage === undefined || /\p{L}/u.test(text.replace(word, ""));
}
