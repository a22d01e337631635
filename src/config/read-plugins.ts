import type { ConfigFile } from "../core/config-file.ts";
import { parseText } from "./parse-config.ts";
import { pluginFault } from "./plugin-fault.ts";

/** What a configuration says about plugins, before their rules are known. */
export interface PluginNames {
  /** Those that may be loaded; others are refused with their place by `parseConfig`. */
  readonly plugins: readonly string[];
  /** The ids of all rules that it sets. */
  readonly ruleIds: readonly string[];
}

/** Reads the names alone: `parseConfig` checks the rest once the plugins have given their rules. Throws a `UsageError` for a text that is not a configuration. */
export function readPlugins(file: ConfigFile): PluginNames {
  return pluginNames(parseText(file).value);
}

/** The same for a configuration that is data already. */
export function pluginNames(config: unknown): PluginNames {
  const { plugins, rules } = Object(config) as { readonly plugins?: unknown; readonly rules?: unknown };
  return {
    plugins: Array.isArray(plugins)
      ? plugins.filter((name): name is string => typeof name === "string" && pluginFault(name) === undefined)
      : [],
    ruleIds: typeof rules === "object" && rules !== null ? Object.keys(rules) : [],
  };
}
