import { defineRule, noOptions, type DeltaRequirement, type UnitClaim } from "../../src/rule-api/index.ts";

export default defineRule({
  meta: {
    description: "Report two active changes that change one requirement",
    severity: "info",
    class: "fact",
    since: "0.1.0",
    needs: "units",
  },
  options: noOptions,
  messages: {
    both: {
      message: "“{unit}” and “{other}” both change “{requirement}” of {specification}.",
      fact: "{path} changes it, too",
      help: "Whichever is archived last has to hold what the other one changed.",
    },
  },
  check({ claims, report }) {
    const first = new Map<string, { readonly claim: UnitClaim; readonly requirement: DeltaRequirement }>();
    for (const claim of claims.of("unit").filter(({ unit }) => unit.state === "live"))
      for (const delta of claim.unit.deltas)
        for (const requirement of delta.requirements.filter(({ kind }) => kind !== "added")) {
          const key = `${claim.unit.root} ${delta.name} ${requirement.key}`;
          const other = first.get(key);
          if (other === undefined) first.set(key, { claim, requirement });
          else if (other.claim !== claim)
            report("both", claim, {
              at: requirement,
              data: {
                unit: claim.unit.name.text,
                other: other.claim.unit.name.text,
                requirement: requirement.text,
                specification: delta.name,
                path: other.requirement.location.path,
              },
              factAt: other.requirement.location,
              identity: `${claim.identity} ${delta.name} ${requirement.key}`,
            });
        }
  },
});
