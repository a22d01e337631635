import type { AuditModel, Base } from "../core/audit-model.ts";
import { readsAsQueue } from "../core/reads-as-queue.ts";
import type { Answer, Unknown } from "../core/snapshot.ts";
import { needs, type Need, type RuleMeta } from "../rule-api/index.ts";

/** Why a rule is not run: it does not apply here, or it would apply and what it needs is not known. */
export type RuleObstacle =
  { readonly applies: false; readonly reason: string } | { readonly applies: true; readonly reason: string | Unknown };

/** What is between a rule and its tree; undefined when it can run. A document that only the base has is there: a rule may miss it. */
export function obstacleTo(
  meta: Pick<RuleMeta, "needs">,
  model: AuditModel,
  base: Answer<Base>,
): RuleObstacle | undefined {
  const trees = needs(meta, "base") && base.kind === "known" ? [model, base.value.model] : [model];
  const absence = documentNeeds.flatMap((need) => (needs(meta, need) ? (absenceIn(trees, need) ?? []) : []))[0];
  if (absence !== undefined) return { applies: false, reason: absence };
  if (needs(meta, "base") && base.kind === "unknown") return { applies: true, reason: base };
  const { unnumbered } = needs(meta, "numbers") ? model.facts.specs : { unnumbered: undefined };
  return unnumbered === undefined ? undefined : { applies: true, reason: unnumbered };
}

const documentNeeds = ["queue", "roadmap", "ledger", "units", "index"] as const satisfies readonly Need[];

/** Why none of the trees has a document, in the words of the first; undefined when one has it. */
function absenceIn(trees: readonly AuditModel[], need: (typeof documentNeeds)[number]): string | undefined {
  const reasons = trees.map((tree) => absences[need](tree));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

/** Why a tree has no such document. */
const absences: Readonly<Record<(typeof documentNeeds)[number], (model: AuditModel) => string | undefined>> = {
  queue: (model) => {
    const { queue } = model.settings;
    if (queue === undefined) return "there is no queue";
    return readsAsQueue(model) ? undefined : `${queue.path} has no section of a queue`;
  },
  roadmap: ({ settings }) => (settings.roadmap === undefined ? "there is no roadmap" : undefined),
  ledger: ({ settings }) => (settings.ledger === undefined ? "there is no implementation ledger" : undefined),
  units: ({ facts }) => (facts.units.all.length === 0 ? "no layout finds a unit" : undefined),
  index: ({ claims }) => (claims.of("index").length === 0 ? "no document lists units" : undefined),
};
