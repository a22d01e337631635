import {
  changedSpecification,
  changesNothing,
  comingNames,
  defineRule,
  isGivenUp,
  noOptions,
  quotedNames,
  specificationsOf,
  type Delta,
  type DeltaRequirement,
  type RuleContext,
  type Unit,
  type UnitClaim,
} from "../../src/rule-api/index.ts";

type Context = RuleContext<unknown, "missing" | "exists" | "applied" | "never" | "habit">;

export default defineRule({
  meta: {
    description: "Require what a change says of a specification to fit that specification",
    severity: "error",
    class: "fact",
    since: "0.1.0",
    needs: "units",
  },
  options: noOptions,
  messages: {
    missing: {
      message: "“{unit}” says that it {does} {requirements}, which {specification} does not have.",
      fact: "{path} has no such requirement",
      help: "Correct the name, or add it instead.",
    },
    exists: {
      message: "“{unit}” adds {requirements}, which {specification} has already.",
      fact: "{path} has it",
      help: "Modify it instead, or give it another name.",
    },
    applied: {
      message: "All that “{unit}” adds to {specification} is there already, and it is still among the active ones.",
      fact: "{path} has it",
      help: "Archive it when it is merged.",
      isAdvisory: true,
    },
    never: {
      message: "“{unit}” is archived, but {specification}, to which it adds “{requirement}”, never existed.",
      fact: "no commit has {path}",
      help: "Write the specification, or say in the change that it was dropped.",
    },
    habit: {
      message:
        "{count} specifications to which archived changes add requirements never existed; the first is {specification}.",
      fact: "no commit has {path}",
      help: "Write the specifications, or archive changes with the tool that does.",
    },
  },
  check(context) {
    const claims = context.claims.of("unit");
    const settled = claims.filter(({ unit }) => unit.state === "archived" && unit.deltas.length > 0).length;
    for (const claim of claims)
      for (const delta of claim.unit.deltas) {
        if (claim.unit.state === "live") checkActive(claim, delta, context);
        else if (!isGivenUp(claim.unit)) checkArchived(claim, delta, { ...context, settled });
      }
  },
});

function checkActive(claim: UnitClaim, delta: Delta, { facts, report }: Context): void {
  const { unit } = claim;
  const specification = changedSpecification(unit, delta, facts.units.all);
  const path = specification?.main;
  if (specification === undefined || path === undefined || specification.requirements.length === 0) return;
  const has = new Set(specification.requirements.map(({ key }) => key));
  const coming = comingNames(unit, delta, facts.units.all);
  const say = (message: "missing" | "exists" | "applied", wrong: readonly DeltaRequirement[], words: object): void => {
    const [first] = wrong;
    if (first === undefined) return;
    const identity = `${claim.identity} ${delta.name} ${first.key}`;
    report(message, claim, { at: first, data: { ...dataOf(unit, delta, path), ...words }, factAt: { path }, identity });
  };
  const absent = delta.requirements.filter((one) => changesNothing(one, { has, coming, unit }));
  for (const kind of ["modified", "removed", "renamed"] as const) {
    const wrong = absent.filter((one) => one.kind === kind);
    say("missing", wrong, { does: verbs[kind], requirements: quotedNames(wrong) });
  }
  const added = delta.requirements.filter(({ kind }) => kind === "added");
  const there = added.filter(({ key }) => has.has(key));
  if (there.length < added.length) say("exists", there, { requirements: quotedNames(there) });
  else say("applied", there, {});
}

function dataOf({ name }: Unit, delta: Delta, path: string) {
  return { unit: name.text, specification: delta.name, path };
}

const verbs = { modified: "modifies", removed: "removes", renamed: "renames" } as const;

function checkArchived(claim: UnitClaim, delta: Delta, context: Context & { readonly settled: number }): void {
  const { facts, report, notChecked, settled } = context;
  const { unit } = claim;
  const added = delta.requirements.find(({ kind }) => kind === "added");
  const [beside] = specificationsOf(unit, facts.units.all);
  if (added === undefined || beside === undefined || changedSpecification(unit, delta, facts.units.all)) return;
  const path = `${beside.root}/${delta.name}`;
  const answer = facts.existed(path);
  // A history that begins after the change was archived cannot tell.
  const then = unit.name.date === undefined ? undefined : context.past(unit.name.date);
  if (answer.kind === "unknown") notChecked(answer, claim);
  else if (then?.kind !== "known") notChecked("the history does not reach back to when a change was archived", claim);
  else if (!answer.value)
    report("never", claim, {
      at: added,
      data: { ...dataOf(unit, delta, path), requirement: added.text },
      identity: `${claim.identity} ${delta.name}`,
      habit: { field: "specifications", settled, message: "habit" },
    });
}
