import { parseConfig } from "../config/parse-config.ts";
import { withheldRules } from "../config/plugin-rules.ts";
import { readPlugins } from "../config/read-plugins.ts";
import { resolveConfig } from "../config/resolve-config.ts";
import { compareConfigurations } from "../config/weakened/compare-configurations.ts";
import type { ConfiguredTree } from "../config/weakened/configured-tree.ts";
import { withPresentKeys } from "../config/with-present-keys.ts";
import type { ConfigurationChange } from "../core/configuration-change.ts";
import { AbsentContentError, UsageError } from "../core/errors.ts";
import type { Answer, Snapshot } from "../core/snapshot.ts";
import type { PatternMatcher } from "../core/spec-name.ts";
import type { Rule } from "../rule-api/index.ts";
import { findConfig } from "../source/find-config.ts";

/** How the configuration of a tree is read. */
export interface TreeReading {
  /** The rules that are there. Those of plugins that only this tree names are placeholders. */
  readonly known: readonly Rule[];
  readonly match: PatternMatcher;
  /** Path of the configuration from the root. Default: the conventional names. */
  readonly path?: string | undefined;
}

/** A tree with the configuration that it holds itself. Throws a `UsageError` for one that cannot be used. */
function configurationOfTree(snapshot: Snapshot, { known, match, path }: TreeReading): ConfiguredTree {
  const named = path !== undefined && snapshot.read(path).ok ? path : undefined;
  const read = (name: string) => snapshot.read(name);
  const file = findConfig({ root: snapshot.root, cwd: snapshot.root, read, named });
  if (file === undefined) {
    const config = resolveConfig({}, { snapshot, rules: known, match });
    return { snapshot, file, parsed: {}, config, rules: known };
  }
  const { plugins, ruleIds } = readPlugins(file);
  const unknown = ruleIds.filter((id) => !known.some((rule) => rule.id === id));
  const rules = [
    ...known,
    ...withheldRules(plugins, unknown).filter(({ id }) => !known.some((rule) => rule.id === id)),
  ];
  const parsed = parseConfig(file, rules);
  return {
    snapshot,
    file,
    parsed: withPresentKeys(parsed),
    config: resolveConfig(parsed, { snapshot, rules, match }),
    rules,
  };
}

/** What the configuration of a tree weakens, compared with that of its base; unknown when that of the base cannot be used. */
export function configurationChange(
  before: Answer<ConfiguredTree>,
  after: Answer<ConfiguredTree>,
): Answer<ConfigurationChange> {
  if (before.kind === "unknown") return before;
  if (after.kind === "unknown") return after;
  return { kind: "known", value: compareConfigurations(before.value, after.value) };
}

/** The configuration of a tree, or why nobody can compare with it. */
export function tryConfiguration(snapshot: Snapshot, reading: TreeReading): Answer<ConfiguredTree> {
  try {
    return { kind: "known", value: configurationOfTree(snapshot, reading) };
  } catch (error) {
    if (!(error instanceof UsageError) || error instanceof AbsentContentError) throw error;
    return { kind: "unknown", reason: `the configuration of ${snapshot.tree} cannot be used: ${error.message}` };
  }
}
