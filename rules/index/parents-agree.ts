import {
  childrenByParent,
  comparableStatuses,
  defineRule,
  noOptions,
  relative,
  unitPhase,
  type KnownStatus,
  type RuleContext,
  type Unit,
  type UnitClaim,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "open" | "done" | "before">;

export default defineRule({
  meta: {
    description: "Require an epic, phase or task to be as far as what it consists of",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "units",
  },
  options: noOptions,
  messages: {
    open: {
      message: "“{unit}” is “{says}”, but of its {all} parts these are not: {parts}.",
      fact: "{first} is “{status}”",
      help: "Correct whichever of the two is out of date.",
    },
    done: {
      message: "“{unit}” is “{says}”, but none of its {count} parts is left to do.",
      fact: "{first} is “{status}”",
      help: "Bring it up to date.",
    },
    before: {
      message: "“{unit}” is “{says}”, but {first}, on which it depends, is “{status}”.",
      fact: "{first} is “{status}”",
      help: "Correct whichever of the two is out of date.",
    },
  },
  check(context) {
    const children = childrenByParent(context.facts.units);
    for (const claim of context.claims.of("unit")) {
      const [own] = comparableStatuses(claim.unit);
      if (own === undefined) continue;
      checkChildren({ claim, own, children: children.get(claim.unit) ?? [] }, context);
      checkDependencies(claim, own, context);
    }
  },
});

interface Part {
  readonly unit: Unit;
  readonly status: KnownStatus;
}

interface Parent {
  readonly claim: UnitClaim;
  readonly own: KnownStatus;
  readonly children: readonly Unit[];
}

function checkChildren({ claim, own, children }: Parent, { report }: Context): void {
  const parts = children.flatMap((unit): Part[] => {
    const [status] = comparableStatuses(unit);
    return status === undefined ? [] : [{ unit, status }];
  });
  const open = parts.filter(({ unit }) => !comparableStatuses(unit).some(isSettled));
  const [first] = open;
  if (unitPhase(own.stage) === "implemented" && first !== undefined)
    report("open", claim, {
      ...evidence(own, first, claim),
      data: { ...dataOf(own, first, claim), all: children.length, parts: namesOf(open) },
    });
  const done = parts.filter(({ status }) => unitPhase(status.stage) === "implemented");
  const [last] = done.slice(-1);
  // A file may have work of its own beside its parts; an entry is nothing but them.
  const isWhole = claim.unit.path === claim.unit.root && parts.length === children.length && open.length === 0;
  if (unitPhase(own.stage) === "open" && isWhole && last !== undefined)
    report("done", claim, {
      ...evidence(own, last, claim),
      data: { ...dataOf(own, last, claim), count: parts.length },
    });
}

function checkDependencies(claim: UnitClaim, own: KnownStatus, { facts, report }: Context): void {
  if (unitPhase(own.stage) !== "implemented" || claim.unit.path !== claim.unit.root) return;
  for (const relation of claim.unit.relations) {
    const unit = relation.kind === "dependency" ? relative(relation, claim.unit, facts.units) : undefined;
    const [status] = unit === undefined ? [] : comparableStatuses(unit);
    if (unit !== undefined && status !== undefined && !isSettled(status))
      report("before", claim, {
        ...evidence(own, { unit, status }, claim),
        data: dataOf(own, { unit, status }, claim),
      });
  }
}

function isSettled({ stage }: KnownStatus): boolean {
  return unitPhase(stage) === "implemented" || unitPhase(stage) === "closed";
}

function evidence(own: KnownStatus, { unit, status }: Part, { identity }: UnitClaim) {
  return { at: own, factAt: status.location, identity: `${identity} ${unit.id}` };
}

function dataOf(own: KnownStatus, { unit, status }: Part, claim: UnitClaim) {
  return { unit: claim.unit.name.text, says: own.word, first: unit.name.text, status: status.word };
}

const mostNames = 5;

function namesOf(parts: readonly Part[]): string {
  const names = parts.slice(0, mostNames).map(({ unit }) => unit.name.text);
  return parts.length > mostNames ? `${names.join(", ")} and ${parts.length - mostNames} more` : names.join(", ");
}
