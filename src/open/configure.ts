import { rules } from "../../rules/index.ts";
import type { UserConfig } from "../config/config-schema.ts";
import { keepGuards } from "../config/keep-guards.ts";
import { parseConfig } from "../config/parse-config.ts";
import { readPluginRules, withheldRules } from "../config/plugin-rules.ts";
import { readPlugins } from "../config/read-plugins.ts";
import { repositoryPath } from "../config/repository-path.ts";
import { resolveConfig } from "../config/resolve-config.ts";
import type { ResolvedConfig } from "../config/resolved-config.ts";
import { withPresentKeys } from "../config/with-present-keys.ts";
import type { Base } from "../core/audit-model.ts";
import type { ConfigFile } from "../core/config-file.ts";
import { UsageError } from "../core/errors.ts";
import type { ReadObserver } from "../core/read-observer.ts";
import type { Answer, Snapshot } from "../core/snapshot.ts";
import type { PatternMatcher } from "../core/spec-name.ts";
import type { Rule } from "../rule-api/index.ts";
import { findConfig } from "../source/find-config.ts";
import { loadPlugin } from "../source/load-plugin.ts";
import { matchInTime } from "../source/match-in-time.ts";
import { isWithin, pathFromRoot } from "../source/path-from-root.ts";
import { configurationChange, tryConfiguration } from "./configuration-of-tree.ts";
import type { OpenOptions } from "./lint-options.ts";
import type { BaseTree } from "./open-trees.ts";
import { withPathsOf } from "./settings-of-tree.ts";

export interface Configured {
  readonly file: ConfigFile | undefined;
  readonly known: readonly Rule[];
  /** As the user wrote it. */
  readonly parsed: UserConfig;
  readonly match: PatternMatcher;
  /** Where the configuration is from the root, when the user names it. */
  readonly path: string | undefined;
  readonly config: ResolvedConfig;
}

/** Where a repository is, and which of its trees is audited. */
export interface AuditedPlace {
  readonly root: string;
  readonly cwd: string;
  /** Undefined for the work tree. */
  readonly head: string | undefined;
}

export interface ComparedPlace extends AuditedPlace {
  /** Opens the base; asked once. */
  readonly openEarlier: () => Promise<Answer<BaseTree>>;
}

/** The base, with what the audited tree weakens of its configuration. */
export type ConfiguredBase = Answer<BaseTree & Pick<Base, "configuration">>;

/**
 * Reads the configuration that judges, that of the audited tree or of the base, and compares both. What is wrong with that of the audited tree is
 * said before what is wrong with the base.
 */
export async function configureTrees(
  snapshot: Snapshot,
  { openEarlier, ...place }: ComparedPlace,
  options: OpenOptions,
): Promise<Configured & { readonly earlier: ConfiguredBase }> {
  const judging = options.configFrom === "base" ? judgingTree(await openEarlier()) : undefined;
  const configured = await configure(snapshot, { ...place, judging: judging?.snapshot }, options);
  const earlier = judging === undefined ? await openEarlier() : ({ kind: "known", value: judging } as const);
  const { config, change } = withGuards(configured, { ...place, snapshot, earlier }, options);
  return { ...configured, config, earlier: withChange(earlier, change) };
}

function withChange(earlier: Answer<BaseTree>, change: Base["configuration"]): ConfiguredBase {
  if (earlier.kind === "unknown" || change === undefined) return earlier;
  return { kind: "known", value: { ...earlier.value, configuration: change } };
}

interface JudgedPlace extends AuditedPlace {
  /** The tree whose configuration judges, when it is another one. */
  readonly judging: Snapshot | undefined;
}

/** Reads the configuration of the audited tree, or of the one that judges it, and the plugins that it names. */
async function configure(
  snapshot: Snapshot,
  { root, cwd, head, judging }: JudgedPlace,
  options: OpenOptions,
): Promise<Configured> {
  const { observer, plugins, preset, rules: severities, baseline, layouts } = options;
  const file = configFile(snapshot, { root, cwd, head, judging }, options);
  const added = file === undefined ? [] : await pluginRules(file, { root, trusted: plugins !== false, observer });
  const known = [...rules, ...added];
  const configured = file === undefined ? {} : parseConfig(file, known);
  const chosen = layouts === undefined ? configured : { ...configured, layouts: [...layouts] };
  const match = matchInTime(file?.path);
  const overrides = { preset, rules: severities, baseline: pathFromRoot(baseline, { cwd, root }) };
  const reading = { known, match, path: configPath(options.config, { root, cwd }) };
  const parsed = judging === undefined ? chosen : withPathsNow(chosen, snapshot, reading);
  const source = judging === undefined ? snapshot : withLayoutsOf(judging, snapshot);
  const config = resolveConfig(parsed, { snapshot: source, rules: known, overrides, match });
  return { file, known, parsed, match, path: reading.path, config };
}

/** The configuration file of the tree that judges: the work tree, the audited tree, or the base. */
function configFile(
  snapshot: Snapshot,
  { root, cwd, head, judging }: JudgedPlace,
  options: OpenOptions,
): ConfigFile | undefined {
  const { config, observer } = options;
  if (judging === undefined) {
    const own = head === undefined ? {} : { read: (name: string) => snapshot.read(name) };
    return findConfig({ root, cwd, config, observer, ...own });
  }
  // A file outside the repository is the user's own, whichever tree judges.
  if (config !== undefined && !isWithin(config, { root, cwd })) return findConfig({ root, cwd, config, observer });
  const path = configPath(config, { root, cwd });
  const named = path !== undefined && judging.read(path).ok ? path : undefined;
  return findConfig({ root, cwd, named, read: (name) => judging.read(name) });
}

/** The base as what judges the audited tree. Throws a `UsageError` without one. */
function judgingTree(base: Answer<BaseTree>): BaseTree {
  if (base.kind === "known") return base.value;
  throw new UsageError(
    `The configuration of the base cannot be used: ${base.reason}.`,
    "Name a base with --base, or leave --config-from out.",
  );
}

interface GuardedTrees extends AuditedPlace {
  readonly snapshot: Snapshot;
  readonly earlier: Answer<BaseTree>;
}

/** The configuration with the rules that it cannot turn off itself, and what it weakens of that of the base. */
function withGuards(
  { config, known, match }: Configured,
  { snapshot, earlier, root, cwd }: GuardedTrees,
  options: OpenOptions,
): { readonly config: ResolvedConfig; readonly change: Base["configuration"] } {
  const isOutside = options.config !== undefined && !isWithin(options.config, { root, cwd });
  // A configuration outside the repository is not part of the change.
  if (earlier.kind === "unknown" || isOutside) return { config, change: undefined };
  const reading = { known, match, path: configPath(options.config, { root, cwd }) };
  const before = tryConfiguration(earlier.value.snapshot, reading);
  const after = tryConfiguration(snapshot, reading);
  return {
    config: keepGuards(config, {
      known,
      before: before.kind === "known" ? before.value.config.rules : undefined,
      stated: Object.keys(options.rules ?? {}),
    }),
    change: configurationChange(before, after),
  };
}

function configPath(config: string | undefined, place: { root: string; cwd: string }): string | undefined {
  return config !== undefined && isWithin(config, place) ? pathFromRoot<undefined>(config, place) : undefined;
}

/** What moved together with its configuration is read where it is now; what the change only leaves out is read as before. */
function withPathsNow(
  config: UserConfig,
  snapshot: Snapshot,
  reading: Parameters<typeof tryConfiguration>[1],
): UserConfig {
  const now = tryConfiguration(snapshot, reading);
  const stated = now.kind === "known" ? now.value.parsed : {};
  const own = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== false));
  const { agents, ...paths } = withPathsOf(snapshot, withPresentKeys(config), own);
  const present = agents?.filter((glob) => /[*?{}[\]()!]/.test(glob) || snapshot.read(repositoryPath(glob)).ok);
  return present === undefined ? paths : { ...paths, agents: present };
}

/** Files of layouts belong to the configuration; all else is that of the audited tree. */
function withLayoutsOf(judging: Snapshot, snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    read: (path) => {
      const judged = path.endsWith(".json") ? judging.read(path) : undefined;
      return judged?.ok === true ? judged : snapshot.read(path);
    },
  };
}

/** The rules that the plugins of a configuration add; placeholders that say “not checked” when they are not trusted. */
async function pluginRules(
  file: ConfigFile,
  {
    root,
    trusted,
    observer,
  }: { readonly root: string; readonly trusted: boolean; readonly observer: ReadObserver | undefined },
): Promise<Rule[]> {
  const { plugins, ruleIds } = readPlugins(file);
  if (!trusted)
    return withheldRules(
      plugins,
      ruleIds.filter((id) => !rules.some((rule) => rule.id === id)),
    );
  if (plugins.length > 0) observer?.unobservable();
  const loaded = await Promise.all(plugins.map(async (name) => ({ name, module: await loadPlugin(name, root) })));
  return readPluginRules(loaded, rules);
}
