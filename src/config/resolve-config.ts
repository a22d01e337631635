import type { z } from "zod";
import { derived } from "../core/derived.ts";
import { UsageError } from "../core/errors.ts";
import type { Severity } from "../core/finding.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { PatternMatcher } from "../core/spec-name.ts";
import type { Rule, RuleDefinition } from "../rule-api/index.ts";
import { ruleStates, type UserConfig } from "./config-schema.ts";
import { didYouMean } from "./nearest-word.ts";
import { presetSeverity } from "./presets.ts";
import { repositoryPath } from "./repository-path.ts";
import { resolveSettings } from "./resolve-settings.ts";
import { presetNames, type ConfiguredRule, type PresetName, type ResolvedConfig } from "./resolved-config.ts";

/** What wins over the configuration: the command line, or the options of `lint`. Checked here, for both take any text. */
export interface ConfigOverrides {
  readonly preset?: string | undefined;
  /** Rule id to severity or "off". */
  readonly rules?: Readonly<Record<string, string>> | undefined;
  /** Path of the baseline from the root; false for none, whatever the configuration says. */
  readonly baseline?: string | false | undefined;
}

export interface ResolveInput {
  /** The repository, for finding inputs by their conventional names. */
  readonly snapshot: Snapshot;
  readonly rules: readonly Rule[];
  readonly overrides?: ConfigOverrides | undefined;
  /** Needed for a configuration with a pattern of spec directories. */
  readonly match?: PatternMatcher | undefined;
}

/**
 * Fills in everything that the configuration leaves out. A rule's severity comes from the overrides, else from the
 * configuration, else from the preset. Throws a `UsageError` for an unknown rule, preset or severity, and for two queues.
 */
export function resolveConfig(
  config: UserConfig,
  { snapshot, rules, overrides = {}, match }: ResolveInput,
): ResolvedConfig {
  const preset = oneOf(presetNames, overrides.preset ?? config.preset ?? "recommended", "preset");
  const own = new Map(Object.entries(config.rules ?? {}));
  const over = new Map(Object.entries(overrides.rules ?? {}));
  for (const id of [...own.keys(), ...over.keys()]) refuseUnknown(id, rules);
  const configured = rules.flatMap((rule) =>
    configureRule(rule, preset, { own: own.get(rule.id), over: over.get(rule.id) }),
  );
  return {
    preset,
    settings: resolveSettings(config, snapshot, match),
    rules: configured.sort((one, other) => (one.id < other.id ? -1 : 1)),
    catalogue: { ruleIds: rules.map((rule) => rule.id), complete: !rules.some((rule) => rule.withheld) },
    baseline: resolveBaseline(overrides.baseline ?? config.baseline),
    guard: resolveGuard(config),
  };
}

function resolveGuard({ guard = {} }: UserConfig): ResolvedConfig["guard"] {
  return { unknown: guard.unknown ?? "allow", failClosed: guard.failClosed ?? false };
}

function resolveBaseline(path: string | false | undefined): string | undefined {
  return path === undefined || path === false ? undefined : repositoryPath(path);
}

function configureRule(
  { id, definition, plugin }: Rule,
  preset: PresetName,
  said: { own: unknown; over: string | undefined },
): ConfiguredRule[] {
  const [ownState, ownOptions] = (Array.isArray(said.own) ? said.own : [said.own]) as [string | undefined, unknown];
  const state = said.over ?? ownState;
  const severity: Severity | "off" =
    state === undefined ? presetSeverity(preset, { id, definition }) : oneOf(ruleStates, state, `severity of ${id}`);
  if (severity === "off") return [];
  const options = ownOptions === undefined ? defaultsOf(definition) : definition.options.safeParse(ownOptions);
  if (!options.success) throw badOptions(id, options.error.issues);
  return [{ id, definition, severity, options: options.data, ...(plugin === undefined ? {} : { plugin }) }];
}

function badOptions(id: string, [issue]: readonly z.core.$ZodIssue[]): UsageError {
  return new UsageError(
    `The options of ${id} cannot be used: ${[...(issue?.path ?? []), issue?.message].join(": ")}.`,
    `Run “queue-lint explain ${id}” for its options.`,
  );
}

type ParsedOptions = ReturnType<RuleDefinition["options"]["safeParse"]>;

const defaults = derived<RuleDefinition["options"], ParsedOptions>();

/** Most rules share one schema. */
function defaultsOf({ options }: RuleDefinition): ParsedOptions {
  return defaults(options, () => options.safeParse({}));
}

function oneOf<Name extends string>(names: readonly Name[], name: string, what: string): Name {
  const found = names.find((one) => one === name);
  if (found !== undefined) return found;
  throw new UsageError(
    `There is no ${what} “${name}”${didYouMean(name, names) || "."}`,
    `Write one of ${names.join(", ")}.`,
  );
}

function refuseUnknown(id: string, rules: readonly Rule[]): void {
  const ids = rules.map((rule) => rule.id);
  if (!ids.includes(id))
    throw new UsageError(
      `There is no rule “${id}”${didYouMean(id, ids) || "."}`,
      "Run “queue-lint rules” for the ids of all rules.",
    );
}
