import type { AuditReport } from "../core/finding.ts";
import { version } from "../core/version.ts";
import { report, type Opened } from "../lint.ts";
import { gitVersion } from "../source/git/git-version.ts";

/** What queue-lint makes of a repository, for those who wonder whether it looks at the right things. */
export interface Examination extends Pick<
  AuditReport,
  "inputs" | "seen" | "coverage" | "notApplicable" | "notChecked"
> {
  readonly versions: { readonly queueLint: string; readonly node: string; readonly git: string | null };
  readonly root: string;
  /** Path of the configuration; null when there is none. */
  readonly configuration: string | null;
  readonly preset: string;
  readonly guard: { readonly unknown: string; readonly failClosed: boolean };
  readonly plugins: readonly string[];
  readonly layouts: readonly { readonly name: string; readonly title: string; readonly because: readonly string[] }[];
  /** Ids of the rules that are on. */
  readonly rulesOn: readonly string[];
  readonly rulesOff: readonly string[];
  readonly baseline: string | null;
  /** Files for agents that were read as instructions. */
  readonly agents: readonly string[];
  readonly entries: AuditReport["entries"];
  readonly units: number;
}

export function examine(opened: Opened): Examination {
  const { config, configFile, model, root } = opened;
  const { inputs, seen, coverage, notApplicable, notChecked, entries } = report(opened);
  const rulesOn = config.rules.map(({ id }) => id);
  return {
    versions: { queueLint: version, node: process.version, git: gitVersion(root) ?? null },
    root,
    configuration: configFile?.path ?? null,
    preset: config.preset,
    guard: config.guard,
    plugins: [...new Set(config.rules.flatMap(({ plugin }) => plugin ?? []))],
    layouts: model.facts.units.layouts,
    rulesOn,
    rulesOff: config.catalogue.ruleIds.filter((id) => !rulesOn.includes(id)),
    baseline: config.baseline ?? null,
    agents: model.settings.agents,
    inputs,
    seen,
    coverage,
    notApplicable,
    notChecked,
    entries,
    units: model.facts.units.all.length,
  };
}
