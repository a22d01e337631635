import { z } from "zod";
import { buildModel } from "../build-model.ts";
import { configSchema, type UserConfig } from "../config/config-schema.ts";
import { parseConfig } from "../config/parse-config.ts";
import { withheldRules } from "../config/plugin-rules.ts";
import { pluginNames, readPlugins, type PluginNames } from "../config/read-plugins.ts";
import { resolveConfig } from "../config/resolve-config.ts";
import type { PresetName } from "../config/resolved-config.ts";
import { UsageError } from "../core/errors.ts";
import type { AuditReport, Severity } from "../core/finding.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { PatternMatcher } from "../core/spec-name.ts";
import { report } from "../lint.ts";
import type { Rule } from "../rule-api/index.ts";
import { matchInTime } from "../source/match-in-time.ts";
import { rules as builtIn } from "../rule-catalogue.ts";
import { findConfig } from "../source/find-config.ts";
import { memorySnapshot } from "../source/memory/memory-snapshot.ts";
import { checkArgument } from "./check-argument.ts";
import { checkRepository, isSnapshot, type RepositoryFiles } from "./check-repository.ts";
import { sharedOptions } from "./lint.ts";

export interface LintSnapshotOptions {
  /** The configuration. Without it that of the repository counts, under its conventional names. */
  readonly config?: UserConfig | undefined;
  /** Which rules are on, and how severe they are. Wins over the configuration. */
  readonly preset?: PresetName | undefined;
  /** Severities that win over preset and configuration: `{ "promotion/once": "off" }`. */
  readonly rules?: Readonly<Record<string, Severity | "off">> | undefined;
  /** ISO 8601 date of the audit; defaults to the current date. A `Snapshot` has one of its own. */
  readonly today?: string | undefined;
}

const place = "lintSnapshot(repository, options)";
const help = "Correct the call; docs/api.md describes every option.";
const optionsSchema = z.strictObject({ ...sharedOptions, config: z.unknown().optional() } satisfies Record<
  keyof LintSnapshotOptions,
  z.ZodType
>);

/**
 * Audits a repository in memory: an object from paths to texts (a key that ends in "/" is an empty directory), or a `Snapshot`. Reads no file, asks
 * neither git nor a server and loads no plugin: the report depends on nothing but the arguments, and the current date where `today` is left out.
 * What only a history can tell is not checked. Throws a `UsageError` for arguments and configurations that cannot be used.
 */
export function lintSnapshot(repository: RepositoryFiles | Snapshot, options: LintSnapshotOptions = {}): AuditReport {
  checkArgument(options, { place, subject: "The options", schema: optionsSchema, help });
  checkRepository(repository, place);
  const snapshot = openRepository(repository, options);
  const { config: stated, known, match } = configurationOf(snapshot, options);
  const overrides = { preset: options.preset, rules: options.rules };
  const config = resolveConfig(stated, { snapshot, rules: known, overrides, match });
  return report({ snapshot, config, model: buildModel(snapshot, config.settings) });
}

function openRepository(repository: RepositoryFiles | Snapshot, { today }: LintSnapshotOptions): Snapshot {
  if (!isSnapshot(repository))
    return memorySnapshot(repository, { today: today ?? new Date().toISOString().slice(0, 10) });
  if (today !== undefined)
    throw new UsageError("A snapshot has a date of its own.", "Leave “today” out, or set it in the snapshot.", place);
  return repository;
}

interface Configuration {
  readonly config: UserConfig;
  /** The built-in rules, and placeholders for those of plugins. */
  readonly known: readonly Rule[];
  readonly match: PatternMatcher;
}

function configurationOf(snapshot: Snapshot, { config }: LintSnapshotOptions): Configuration {
  if (config !== undefined) {
    const known = withPlaceholders(pluginNames(config));
    checkArgument(config, { place, subject: "The configuration", schema: configSchema(known), help: configHelp });
    return { config, known, match: matchInTime(place) };
  }
  const file = findConfig({ root: snapshot.root, cwd: snapshot.root, read: (name) => snapshot.read(name) });
  if (file === undefined) return { config: {}, known: builtIn, match: matchInTime() };
  const known = withPlaceholders(readPlugins(file));
  return { config: parseConfig(file, known), known, match: matchInTime(file.path) };
}

const configHelp = "Correct “config”; docs/configuration.md describes every key.";

function withPlaceholders({ plugins, ruleIds }: PluginNames): readonly Rule[] {
  const unknown = ruleIds.filter((id) => !builtIn.some((rule) => rule.id === id));
  return [...builtIn, ...withheldRules(plugins, unknown, "an audit in memory loads no plugin")];
}
