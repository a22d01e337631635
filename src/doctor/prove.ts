import type { Finding } from "../core/finding.ts";
import { editedSnapshot } from "../guard/edited-snapshot.ts";
import { introduced } from "../guard/findings-of-edit.ts";
import { auditSnapshot, type AuditInput } from "../lint.ts";
import { placePlanters } from "./plant-in-places.ts";
import { queuePlanters } from "./plant-in-queue.ts";
import { recordPlanters } from "./plant-in-records.ts";
import type { Drift, Site } from "./site.ts";

/** What became of a rule that is on: its drift was found; it has nothing to do here; its drift was planted and not found; no drift could be planted. */
export type ProofKind = "fires" | "not-applicable" | "silent" | "not-planted";

export interface Proof {
  readonly rule: string;
  readonly kind: ProofKind;
  /** Where the drift was found, or why there is none. */
  readonly detail: string;
}

const planters: Readonly<Record<string, (site: Site) => Drift>> = { ...queuePlanters, ...recordPlanters };
const hasDrift = (rule: string): boolean => Object.hasOwn(planters, rule) || Object.hasOwn(placePlanters, rule);

/** Plants a drift for each rule that is on, one after the other, in a tree that is only thought of. A drift that one rule misses may show that another one works. Pure. */
export function prove(input: AuditInput): readonly Proof[] {
  const { model, run } = auditSnapshot(input);
  const site = { model, snapshot: input.snapshot };
  const idle = new Map([...run.notApplicable, ...run.notChecked].map(({ rule, reason }) => [rule, reason]));
  const found = new Map<string, Finding>();
  const planted = new Set<string>();
  for (const { id } of input.config.rules) {
    const drift = planters[id]?.(site);
    if (drift === undefined || idle.has(id)) continue;
    planted.add(id);
    const after = auditSnapshot({ ...input, snapshot: editedSnapshot(input.snapshot, drift) });
    for (const finding of introduced(run.findings, after.run))
      if (!found.has(finding.rule)) found.set(finding.rule, finding);
  }
  return input.config.rules.map(({ id }) =>
    proofOf(id, { finding: found.get(id), idle: idle.get(id), isPlanted: planted.has(id) }),
  );
}

interface Outcome {
  readonly finding: Finding | undefined;
  readonly idle: string | undefined;
  readonly isPlanted: boolean;
}

function proofOf(rule: string, { finding, idle, isPlanted }: Outcome): Proof {
  if (finding !== undefined) return { rule, kind: "fires", detail: `${finding.path}:${finding.line}` };
  if (idle !== undefined) return { rule, kind: "not-applicable", detail: idle };
  if (isPlanted) return { rule, kind: "silent", detail: "a drift was planted, and the rule did not find it" };
  const why = hasDrift(rule) ? "nothing here in which its drift could be planted" : "no drift is known for it";
  return { rule, kind: "not-planted", detail: why };
}
