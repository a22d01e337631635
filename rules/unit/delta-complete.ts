import {
  changedSpecification,
  defineRule,
  noOptions,
  quotedNames,
  type Delta,
  type DeltaRequirement,
  type Facts,
  type Requirement,
  type UnitClaim,
} from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Require a modified requirement to keep the scenarios of the one that it takes the place of",
    severity: "warning",
    class: "fact",
    since: "0.1.0",
    needs: "units",
  },
  options: noOptions,
  messages: {
    lost: {
      message: "“{unit}” modifies “{requirement}” without {scenarios}.",
      fact: "{path} has them, and a modified requirement takes the place of the whole",
      help: "Repeat them, or say in the change that they go.",
    },
    habit: {
      message: "{count} of {settled} modified requirements leave out scenarios of those whose place they take.",
      fact: "the first is in {first}",
      help: "Repeat the scenarios, unless whoever archives the changes merges them by hand.",
    },
  },
  check({ claims, facts, report, notChecked }) {
    const pairs = claims.of("unit").flatMap((claim) => modificationsOf(claim, facts));
    for (const { claim, delta, requirement, former } of pairs) {
      const text = facts.paths.read(delta.path);
      // What the change speaks of goes on purpose.
      const lost = lostScenarios(requirement, former).filter((one) => !text.ok || !text.text.includes(one.text));
      const [first] = lost;
      if (first === undefined) continue;
      const why = whyRewritten(requirement, former, lost.length);
      if (why !== undefined) {
        notChecked(why, claim);
        continue;
      }
      report("lost", claim, {
        at: requirement,
        data: {
          unit: claim.unit.name.text,
          requirement: requirement.text,
          scenarios: quotedNames(lost),
          path: first.location.path,
        },
        factAt: first.location,
        identity: `${claim.identity} ${delta.name} ${requirement.key}`,
        habit: { field: "scenarios", settled: pairs.length, message: "habit" },
      });
    }
  },
});

interface Modification {
  readonly claim: UnitClaim;
  readonly delta: Delta;
  readonly requirement: DeltaRequirement;
  /** What it takes the place of. */
  readonly former: Requirement;
}

function modificationsOf(claim: UnitClaim, facts: Facts): Modification[] {
  const { unit } = claim;
  if (unit.state !== "live") return [];
  return unit.deltas.flatMap((delta) => {
    const specification = changedSpecification(unit, delta, facts.units.all);
    return delta.requirements.flatMap((requirement): Modification[] => {
      const former = specification?.requirements.find(({ key }) => key === requirement.key);
      return former === undefined || requirement.kind !== "modified" ? [] : [{ claim, delta, requirement, former }];
    });
  });
}

function lostScenarios({ scenarios }: DeltaRequirement, former: Requirement): Requirement["scenarios"] {
  const kept = new Set(scenarios.map(({ key }) => key));
  return former.scenarios.filter(({ key }) => !kept.has(key));
}

/** Why scenarios that are gone may live on under other names. */
function whyRewritten(requirement: DeltaRequirement, former: Requirement, lost: number): string | undefined {
  const fresh = newScenarios(requirement, former);
  if (fresh >= lost) return "a modified requirement has as many new scenarios as it lost: they may be renamed";
  return lost === former.scenarios.length && fresh * 2 >= lost
    ? "a modified requirement is written anew, scenario by scenario"
    : undefined;
}

function newScenarios({ scenarios }: DeltaRequirement, former: Requirement): number {
  const known = new Set(former.scenarios.map(({ key }) => key));
  return scenarios.filter(({ key }) => !known.has(key)).length;
}
