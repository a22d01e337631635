import { parseConfig } from "./config/parse-config.ts";
import { readPluginRules, withheldRules } from "./config/plugin-rules.ts";
import { readBaseline } from "./config/read-baseline.ts";
import { readPlugins } from "./config/read-plugins.ts";
import { resolveConfig } from "./config/resolve-config.ts";
import type { PresetName, ResolvedConfig } from "./config/resolved-config.ts";
import type { ConfigFile } from "./core/config-file.ts";
import type { AuditModel } from "./core/audit-model.ts";
import type { AuditReport, Severity } from "./core/finding.ts";
import type { Snapshot } from "./core/snapshot.ts";
import { version } from "./core/version.ts";
import { buildReport } from "./engine/audit-report.ts";
import type { BaselineComparison } from "./engine/change-baseline.ts";
import type { Wanted } from "./engine/choose-fixes.ts";
import { fixInRounds, type FixResult } from "./engine/fix-rounds.ts";
import { runRules, type RunResult } from "./engine/run-rules.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "./rule-api/index.ts";
import { buildModel } from "./build-model.ts";
import { findConfig } from "./source/find-config.ts";
import { findRoot } from "./source/find-root.ts";
import { loadPlugin } from "./source/load-plugin.ts";
import { pathFromRoot } from "./source/path-from-root.ts";
import { openWorkTree } from "./source/work-tree.ts";

export interface LintOptions {
  /** Directory to audit. Without it, the nearest directory above `cwd` that has a configuration or is a repository. */
  readonly root?: string | undefined;
  /** Defaults to `process.cwd()`. */
  readonly cwd?: string | undefined;
  /** Path of a configuration file, relative to `cwd`. Without it the conventional names are tried. */
  readonly config?: string | undefined;
  readonly preset?: PresetName | undefined;
  /** Severities that win over preset and configuration: `{ "promotion/once": "off" }`. */
  readonly rules?: Readonly<Record<string, Severity | "off">> | undefined;
  /** False to load no plugins, for a configuration that is not trusted; their rules are then not checked. Default: true. */
  readonly plugins?: boolean | undefined;
  /** Path of the baseline, relative to `cwd`, inside the root; false for none. Without it the configuration says which. */
  readonly baseline?: string | false | undefined;
  /** ISO 8601 date; defaults to the current date. */
  readonly today?: string | undefined;
}

/** A repository that has been read: its configuration and model, before any rule has run. */
export interface Opened {
  /** Absolute path. */
  readonly root: string;
  readonly snapshot: Snapshot;
  readonly config: ResolvedConfig;
  /** The configuration as it was found; undefined when there is none. */
  readonly configFile: ConfigFile | undefined;
  readonly model: AuditModel;
}

/** Finds root and configuration and builds the model. Rejects with a `UsageError` for bad input. */
export async function open(options: LintOptions = {}): Promise<Opened> {
  const cwd = options.cwd ?? process.cwd();
  const root = findRoot(cwd, options.root);
  const snapshot = openWorkTree(root, { today: options.today ?? new Date().toISOString().slice(0, 10) });
  const file = findConfig({ root, cwd, config: options.config });
  const known = file === undefined ? rules : [...rules, ...(await pluginRules(file, { root, trusted: options.plugins !== false }))];
  const parsed = file === undefined ? {} : parseConfig(file, known);
  const config = resolveConfig(parsed, { snapshot, rules: known, overrides: { preset: options.preset, rules: options.rules, baseline: pathFromRoot(options.baseline, { cwd, root }) } });
  return { root, snapshot, config, configFile: file, model: buildModel(snapshot, config.settings) };
}

/** The rules that the plugins of a configuration add; placeholders that say “not checked” when they are not trusted. */
async function pluginRules(file: ConfigFile, { root, trusted }: { readonly root: string; readonly trusted: boolean }): Promise<Rule[]> {
  const { plugins, ruleIds } = readPlugins(file);
  if (!trusted) return withheldRules(plugins, ruleIds.filter((id) => !rules.some((rule) => rule.id === id)));
  const loaded = await Promise.all(plugins.map(async (name) => ({ name, module: await loadPlugin(name, root) })));
  return readPluginRules(loaded, rules);
}

/** Audits a repository. Rejects with a `UsageError` for bad input; findings are in the report. */
export async function lint(options: LintOptions = {}): Promise<AuditReport> {
  return report(await open(options));
}

/** Audits what has been opened. */
export function report({ snapshot, config, model }: Pick<Opened, "snapshot" | "config" | "model">): AuditReport {
  return buildReport({ root: snapshot.root, tree: snapshot.tree, version }, model, run({ snapshot, config, model }));
}

/** What the wanted fixes change, and the audit of what remains after them. Pure: nothing is written. Throws a `UsageError` when they are not safe. */
export function fix({ snapshot, config }: Pick<Opened, "snapshot" | "config">, wanted: Wanted): FixResult & { readonly report: AuditReport } {
  const result = fixInRounds(snapshot, wanted, (tree) => {
    const { model, run } = auditSnapshot(tree, config);
    return { model, findings: run.findings };
  });
  return { ...result, report: lintSnapshot(result.snapshot, config) };
}

/** Runs the configured rules over a snapshot and keeps the model beside the result. Pure. */
export function auditSnapshot(snapshot: Snapshot, config: ResolvedConfig): { readonly model: AuditModel; readonly run: RunResult } {
  const model = buildModel(snapshot, config.settings);
  return { model, run: run({ snapshot, config, model }) };
}

/** Audits what has been opened against the baseline at a path from the root, which need not be there yet. Throws a `UsageError`. */
export function compareWithBaseline({ snapshot, config, model }: Pick<Opened, "snapshot" | "config" | "model">, path: string): BaselineComparison {
  const read = snapshot.read(path);
  const exists = read.ok || read.reason !== "missing";
  const { baseline, unexcepted } = run({ snapshot, config: { ...config, baseline: exists ? path : undefined }, model });
  return { exists, entries: baseline, unexcepted };
}

/** The baseline is part of the tree: that of another snapshot is another one. Throws a `UsageError` for one that cannot be used. */
function run({ snapshot, config, model }: Pick<Opened, "snapshot" | "config" | "model">): RunResult {
  const baseline = config.baseline === undefined ? undefined : readBaseline(snapshot, config.baseline);
  return runRules(config.rules, model, { ...config.catalogue, baseline });
}

/** Audits a snapshot, by default with the recommended preset and the conventional names. Pure. */
export function lintSnapshot(snapshot: Snapshot, config: ResolvedConfig = resolveConfig({}, { snapshot, rules })): AuditReport {
  return report({ snapshot, config, model: buildModel(snapshot, config.settings) });
}

export { buildModel } from "./build-model.ts";
export { listEntries } from "./engine/list-entries.ts";
export { selectNext } from "./rule-api/index.ts";
