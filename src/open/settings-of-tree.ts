import { parseConfig } from "../config/parse-config.ts";
import type { UserConfig } from "../config/config-schema.ts";
import { planningPlaces } from "../config/planning-places.ts";
import { withPresentKeys } from "../config/with-present-keys.ts";
import { resolveAgents, resolveSettings } from "../config/resolve-settings.ts";
import { AbsentContentError, UsageError } from "../core/errors.ts";
import { planningRoles, type Settings } from "../core/settings.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { PatternMatcher } from "../core/spec-name.ts";
import type { Rule } from "../rule-api/index.ts";
import { findConfig } from "../source/find-config.ts";
import { layoutsOfTree } from "../config/layouts-of-tree.ts";

/** How the audited tree is read. */
export interface HeadSettings {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  /** The configuration as the user wrote it. */
  readonly parsed: UserConfig;
  readonly known: readonly Rule[];
  readonly match: PatternMatcher;
  /** Path of the configuration from the root. Default: the conventional names. */
  readonly path?: string | undefined;
}

/**
 * The settings for another tree of the repository, such as the base: it is judged by the words of the audited one, but read where its own documents are.
 * The same object when nothing differs, so that what both trees share is read once.
 */
export function settingsOfTree(tree: Snapshot, head: HeadSettings): Settings {
  const { settings, match } = head;
  const own = withPresentKeys(inputsOf(tree, head));
  const config = withPathsOf(tree, withPresentKeys(head.parsed), own);
  const layouts = layoutsOfTree(settings.layouts, own, { tree, head: head.snapshot });
  const resolved: Settings = {
    ...resolveSettings({ ...config, agents: [], layout: undefined, layouts: [] }, tree, match),
    agents: agentsOfTree(tree, own, head),
    layouts,
    seen: planningPlaces(tree, layouts),
  };
  return JSON.stringify(resolved) === JSON.stringify(settings) ? settings : resolved;
}

/** The instruction files of the audited tree that another one has, and those of its own that have moved since. */
function agentsOfTree(tree: Snapshot, { agents }: UserConfig, head: HeadSettings): readonly string[] {
  const kept = head.settings.agents.filter((path) => tree.read(path).ok);
  if (kept.length === head.settings.agents.length && agents === undefined) return kept;
  const gone = agentsIn(tree, agents).filter((path) => !head.snapshot.read(path).ok);
  return [...kept, ...gone];
}

/** None when a glob names a file that is not there: nobody can use that configuration. */
function agentsIn(tree: Snapshot, agents: UserConfig["agents"]): readonly string[] {
  try {
    return resolveAgents(agents, tree);
  } catch (error) {
    if (error instanceof UsageError && !(error instanceof AbsentContentError)) return [];
    throw error;
  }
}

/** A configuration with the documents and specs where a tree has them: at the paths that it names, else at those of the tree's own. */
export function withPathsOf(tree: Snapshot, head: UserConfig, own: UserConfig): UserConfig {
  const documents = planningRoles.map((role) => [role, whereItIs(tree, head[role], own[role])] as const);
  const [specs, ownSpecs] = [rootOf(head.specs), rootOf(own.specs)];
  return {
    ...head,
    ...Object.fromEntries(documents),
    ...(whereItIs(tree, specs, ownSpecs) === specs ? {} : { specs: own.specs }),
  };
}

type ConfiguredPath = string | false | undefined;

/** The path that holds for a tree, of the one that the audited tree configures and its own. Without one it is looked for by its conventional name. */
function whereItIs(tree: Snapshot, head: ConfiguredPath, own: ConfiguredPath): ConfiguredPath {
  const isThere = (path: string): boolean => tree.entries(path).length > 0 || tree.read(path).ok;
  if (typeof head === "string") return isThere(head) ? head : own;
  return head === undefined && typeof own === "string" && isThere(own) ? own : head;
}

function rootOf(specs: UserConfig["specs"]): ConfiguredPath {
  return typeof specs === "object" ? specs.root : specs;
}

/** What the base's own configuration says; nothing when it cannot be used: the audited tree has corrected it. */
function inputsOf(tree: Snapshot, { known, path }: HeadSettings): UserConfig {
  try {
    const named = path !== undefined && tree.read(path).ok ? path : undefined;
    const file = findConfig({ root: tree.root, cwd: tree.root, read: (name) => tree.read(name), named });
    return file === undefined ? {} : parseConfig(file, known);
  } catch (error) {
    if (error instanceof UsageError && !(error instanceof AbsentContentError)) return {};
    throw error;
  }
}
