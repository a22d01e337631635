import type { AuditModel } from "../core/audit-model.ts";
import type { Baseline, GrownEntry } from "../core/baseline.ts";
import type { Exceptions } from "../core/exceptions.ts";
import type { Edit, UncheckedClaim } from "../core/finding.ts";
import { judgeBaseline, remaining, type BaselineOutcome, type Doubts } from "./apply-baseline.ts";
import { formatBaseline } from "./format-baseline.ts";
import type { SuppressionOutcome } from "./suppress.ts";

/** What a run knows beside its rules and its model. */
export interface ExceptionOptions {
  /** The ids of all rules that could be on. Default: those that run. */
  readonly ruleIds?: readonly string[];
  /** False when there may be others, because plugins were not loaded. Default: true. */
  readonly complete?: boolean;
  readonly baseline?: Baseline | undefined;
  /** The one of the base; undefined when it has none, or there is no base. */
  readonly earlierBaseline?: Baseline | undefined;
}

/** How the rules came out that judge the documents. */
export interface RuleOutcome {
  readonly model: AuditModel;
  readonly rulesRun: readonly string[];
  readonly notChecked: readonly UncheckedClaim[];
  readonly hidden: SuppressionOutcome["hidden"];
  readonly counts: BaselineOutcome["counts"];
}

/** For rules that run before there is anything to judge. */
export const noExceptions: Exceptions = {
  ruleIds: [],
  complete: true,
  hidden: () => 0,
  inconclusive: () => undefined,
  baseline: [],
  grown: [],
  notChecked: [],
  prune: undefined,
};

/** What the exceptions did, for the rules that judge them. */
export function judgeExceptions(
  judged: RuleOutcome,
  { ruleIds = judged.rulesRun, complete = true, baseline, earlierBaseline }: ExceptionOptions,
): Exceptions {
  const rule = (id: string): string | undefined => {
    if (!judged.rulesRun.includes(id)) return `${id} did not run`;
    return judged.notChecked.some((one) => one.rule === id) ? `${id} could not be checked in full` : undefined;
  };
  const entries = judgeBaseline(baseline, judged.counts, { rule, document: unreadableInput(judged.model) });
  return {
    ruleIds,
    complete,
    hidden: (claim, id) =>
      claim.rules.filter((one) => one.text === id).reduce((sum, one) => sum + (judged.hidden.get(one) ?? 0), 0),
    inconclusive: rule,
    baseline: entries,
    grown: grownSince(earlierBaseline, baseline),
    notChecked: judged.notChecked,
    prune:
      baseline === undefined || entries.every((entry) => remaining(entry) === entry.count)
        ? undefined
        : pruned(baseline, entries),
  };
}

/** The first baseline is not growth: somebody decided to have one. */
function grownSince(earlier: Baseline | undefined, baseline: Baseline | undefined): GrownEntry[] {
  if (earlier === undefined) return [];
  const counts = new Map(earlier.entries.map((entry) => [entry.fingerprint, entry.count]));
  return (baseline?.entries ?? [])
    .map((entry) => ({ ...entry, before: counts.get(entry.fingerprint) ?? 0 }))
    .filter((entry) => entry.count > entry.before);
}

/** In a document that cannot be read nothing is found, and nothing is settled. */
function unreadableInput({ claims, facts }: AuditModel): Doubts["document"] {
  const unreadable = claims
    .of("input")
    .filter(({ role, path }) => role !== "specs" && !facts.paths.read(path).ok)
    .map(({ path }) => path);
  return (rest) => {
    const path = unreadable.find((one) => rest.startsWith(`${one}:`));
    return path === undefined ? undefined : `${path} cannot be read`;
  };
}

function pruned({ path, text }: Baseline, entries: Exceptions["baseline"]): Edit {
  return {
    path,
    offset: 0,
    endOffset: text.length,
    text: formatBaseline(new Map(entries.map((entry) => [entry.fingerprint, remaining(entry)]))),
  };
}
