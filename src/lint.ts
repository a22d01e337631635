import { buildModel } from "./build-model.ts";
import { readBaseline } from "./config/read-baseline.ts";
import type { ResolvedConfig } from "./config/resolved-config.ts";
import type { AuditModel, Base } from "./core/audit-model.ts";
import type { Baseline } from "./core/baseline.ts";
import { AbsentContentError, UsageError } from "./core/errors.ts";
import type { AuditReport } from "./core/finding.ts";
import type { Answer, Snapshot } from "./core/snapshot.ts";
import { version } from "./core/version.ts";
import { buildReport, type Comparison } from "./engine/audit-report.ts";
import type { BaselineComparison } from "./engine/change-baseline.ts";
import type { FixFilter } from "./engine/choose-fixes.ts";
import { fixInRounds, type FixResult } from "./engine/fix-rounds.ts";
import { inputPaths, movedInputs } from "./engine/moved-inputs.ts";
import { runRules, type RunResult } from "./engine/run-rules.ts";
import type { OpenOptions } from "./open/lint-options.ts";
import { open } from "./open/open.ts";
import { needs } from "./rule-api/index.ts";

/** What is audited: a tree and how; with a base, what it is compared with. */
export interface AuditInput {
  readonly snapshot: Snapshot;
  readonly config: ResolvedConfig;
  readonly base?: Answer<Base> | undefined;
}

type Modelled = AuditInput & { readonly model: AuditModel };

/** Audits a repository. Rejects with a `UsageError` for bad input; findings are in the report. */
export async function lint(options: OpenOptions = {}): Promise<AuditReport> {
  return report(await open(options));
}

/** Audits what has been opened. */
export function report(opened: Modelled): AuditReport {
  const { snapshot, model } = opened;
  // Before the base: what the work tree reads need not be asked of git.
  const result = run(opened);
  return buildReport(
    {
      root: snapshot.root,
      tree: snapshot.tree,
      version,
      seen: model.settings.seen,
      comparison: comparisonOf(opened),
    },
    model,
    result,
  );
}

/** What the wanted fixes change, and model and audit of what remains after them. Pure: nothing is written. Throws a `UsageError` when they are not safe. */
export function fix(
  input: AuditInput,
  wanted: FixFilter,
): FixResult & { readonly model: AuditModel; readonly report: AuditReport } {
  const result = fixInRounds(input.snapshot, wanted, (snapshot) => {
    const {
      model,
      run: { findings },
    } = auditSnapshot({ ...input, snapshot });
    return { model, findings };
  });
  const model = buildModel(result.snapshot, input.config.settings);
  return { ...result, model, report: report({ ...input, snapshot: result.snapshot, model }) };
}

/** Runs the configured rules over a snapshot and keeps the model beside the result. Pure. */
export function auditSnapshot(input: AuditInput): { readonly model: AuditModel; readonly run: RunResult } {
  const model = buildModel(input.snapshot, input.config.settings);
  return { model, run: run({ ...input, model }) };
}

/** Audits what has been opened against the baseline at a path from the root, which need not be there yet. Throws a `UsageError`. */
export function compareWithBaseline({ snapshot, config, model }: Modelled, path: string): BaselineComparison {
  const read = snapshot.read(path);
  const exists = read.ok || read.reason !== "missing";
  const { baseline, countsToBaseline } = run({
    snapshot,
    config: { ...config, baseline: exists ? path : undefined },
    model,
  });
  return { exists, entries: baseline, countsToBaseline };
}

/** The baseline is part of the tree: that of another snapshot is another one. Throws a `UsageError` for one that cannot be used. */
function run({ snapshot, config, model, base }: Modelled): RunResult {
  const baseline = config.baseline === undefined ? undefined : readBaseline(snapshot, config.baseline);
  const earlierBaseline = baseline === undefined || base === undefined ? undefined : baselineOf(base, config);
  return runRules(config.rules, model, { ...config.catalogue, baseline, earlierBaseline, base });
}

/** What the base found, by the rules that need no base themselves. */
function comparisonOf({ config, model, base }: Modelled): Comparison | undefined {
  if (base?.kind !== "known" || !base.value.subtracted) return undefined;
  const { name, commit, model: earlier } = base.value;
  const rules = config.rules.filter(({ definition: { meta } }) => !needs(meta, "base") && !needs(meta, "run"));
  const { findings } = runRules(rules, earlier, { ...config.catalogue, baseline: baselineAt(base.value, config) });
  return {
    name,
    commit,
    before: findings,
    moved: movedInputs(inputPaths(earlier.settings), inputPaths(model.settings)),
  };
}

/** What “queue-lint baseline” has just written is judged by whoever commits it, not by the next run. */
function baselineOf(base: Answer<Base>, config: ResolvedConfig): Baseline | undefined {
  return base.kind === "known" && base.value.isImplied !== true ? baselineAt(base.value, config) : undefined;
}

/** The baseline of the base; undefined when it has none, or one that nobody can read. */
function baselineAt({ model }: Base, { baseline }: ResolvedConfig): Baseline | undefined {
  try {
    return baseline !== undefined && model.facts.paths.read(baseline).ok
      ? readBaseline(model.facts.paths, baseline)
      : undefined;
  } catch (error) {
    if (error instanceof UsageError && !(error instanceof AbsentContentError)) return undefined;
    throw error;
  }
}

export { buildModel } from "./build-model.ts";
export { buildBoard } from "./engine/build-board.ts";
export { listEntries } from "./engine/list-entries.ts";
export { listUnread } from "./engine/list-unread.ts";
export type { LintOptions, OpenOptions } from "./open/lint-options.ts";
export { open, type Opened } from "./open/open.ts";
export { readCheckout } from "./open/read-checkout.ts";
export { selectNext, selectUnits } from "./rule-api/index.ts";
