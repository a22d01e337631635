import { guardingRules } from "../core/exceptions.ts";
import type { Severity } from "../core/finding.ts";
import type { Rule } from "../rule-api/index.ts";
import type { ConfiguredRule, ResolvedConfig } from "./resolved-config.ts";

const strictness = ["info", "warning", "error"] as const satisfies readonly Severity[];

export interface GuardSources {
  readonly known: readonly Rule[];
  /** The rules of the base by its own configuration; undefined when that cannot be used. */
  readonly before: readonly ConfiguredRule[] | undefined;
  /** Ids whose severity the command line says. */
  readonly stated: readonly string[];
}

/** A configuration in which the rules that guard against weaker ones are at least as severe as in the base. The command line wins. */
export function keepGuards(config: ResolvedConfig, sources: GuardSources): ResolvedConfig {
  const guards = guardingRules.flatMap((id) => guard(id, config, sources));
  const ids = new Set(guards.map(({ id }) => id));
  const rules = [...config.rules.filter(({ id }) => !ids.has(id)), ...guards];
  return { ...config, rules: rules.sort((one, other) => (one.id < other.id ? -1 : 1)) };
}

function guard(id: string, config: ResolvedConfig, { known, before, stated }: GuardSources): ConfiguredRule[] {
  const definition = known.find((rule) => rule.id === id)?.definition;
  if (definition === undefined || stated.includes(id)) return [];
  const present = config.rules.find((rule) => rule.id === id);
  const earlier = before === undefined ? definition.meta.severity : before.find((rule) => rule.id === id)?.severity;
  const severity = stricter(present?.severity, earlier);
  return severity === undefined ? [] : [{ id, definition, severity, options: {} }];
}

function stricter(one: Severity | undefined, other: Severity | undefined): Severity | undefined {
  return strictness.findLast((severity) => severity === one || severity === other);
}
