import type { ConfiguredRule } from "../resolved-config.ts";
import {
  listed,
  type ConfiguredTree,
  type KeyComparer,
  type KeyComparison,
  type WeakenedKey,
} from "./configured-tree.ts";

const strictness = { off: 0, info: 1, warning: 2, error: 3 } as const;

/** Rules that are off or less severe than before, options that let more pass, and plugins that are not loaded any more. */
export const weakenedRules: KeyComparer = (before, after) => {
  const now = new Map(after.config.rules.map((rule) => [rule.id, rule]));
  // A plugin that was not loaded is said under its own key.
  const plugins = before.parsed.plugins ?? [];
  const pairs = before.config.rules
    .filter(({ id }) => !plugins.includes(id))
    .map((rule) => ({ rule, present: now.get(rule.id) }));
  const weaker = pairs.filter(
    ({ rule, present }) => strictness[present?.severity ?? "off"] < strictness[rule.severity],
  );
  const isByPreset = (id: string): boolean =>
    before.config.preset !== after.config.preset && !Object.hasOwn(after.parsed.rules ?? {}, id);
  const byPreset = weaker.filter(({ rule }) => isByPreset(rule.id));
  const options = pairs.map(({ rule, present }) => compareOptions(rule, present));
  return {
    weakened: [
      ...presetWeakening(
        before,
        after,
        byPreset.map(({ rule }) => rule.id),
      ),
      ...weaker
        .filter(({ rule }) => !isByPreset(rule.id))
        .map(({ rule, present }) => ({
          path: ["rules", rule.id],
          was: rule.severity,
          is: present?.severity ?? "off",
        })),
      ...options.flatMap(({ weakened }) => weakened),
      ...lostPlugins(before, after),
    ],
    unknown: options.flatMap(({ unknown }) => unknown),
  };
};

function presetWeakening(before: ConfiguredTree, after: ConfiguredTree, rules: readonly string[]): WeakenedKey[] {
  if (rules.length === 0) return [];
  const what = rules.length === 1 ? "less severe" : `${rules.length} rules less severe or off`;
  return [
    { path: ["preset"], was: before.config.preset, is: `${after.config.preset}, with ${what}: ${listed(rules)}` },
  ];
}

function lostPlugins(before: ConfiguredTree, after: ConfiguredTree): WeakenedKey[] {
  const present = after.parsed.plugins ?? [];
  const lost = (before.parsed.plugins ?? []).filter((name) => !present.includes(name));
  return lost.length === 0 ? [] : [{ path: ["plugins"], was: `with ${listed(lost)}`, is: `without ${listed(lost)}` }];
}

/** A rule that is off has no options; that it is off is said already. */
function compareOptions(rule: ConfiguredRule, present: ConfiguredRule | undefined): KeyComparison {
  if (present === undefined) return { weakened: [], unknown: [] };
  const [was, is] = [rule.options, present.options].map((options) => Object(options) as Record<string, unknown>);
  const keys = Object.keys(was ?? {}).filter((key) => JSON.stringify(was?.[key]) !== JSON.stringify(is?.[key]));
  const compared = keys.map((key) =>
    compareOption({ id: rule.id, key, laxer: rule.definition.meta.laxer?.[key] }, was?.[key], is?.[key]),
  );
  return {
    weakened: compared.flatMap((one) => (typeof one === "object" ? [one] : [])),
    unknown: compared.flatMap((one) => (typeof one === "string" ? [one] : [])),
  };
}

interface NamedOption {
  readonly id: string;
  readonly key: string;
  readonly laxer: "more" | "less" | undefined;
}

/** A weakening; a sentence when nobody can know; undefined when the option is as strict as before. */
function compareOption({ id, key, laxer }: NamedOption, was: unknown, is: unknown): WeakenedKey | string | undefined {
  if (laxer === undefined) return `nobody can know whether the option ${key} of ${id} lets more pass than before`;
  const [fewer, more] = laxer === "more" ? [was, is] : [is, was];
  return exceeds(more, fewer) ? { path: ["rules", id, 1, key], was: inWords(was), is: inWords(is) } : undefined;
}

function exceeds(more: unknown, fewer: unknown): boolean {
  if (!Array.isArray(more) || !Array.isArray(fewer)) return Number(more) > Number(fewer);
  const items = new Set(fewer.map((item) => JSON.stringify(item)));
  return more.some((item) => !items.has(JSON.stringify(item)));
}

function inWords(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? "an empty list" : listed(value.map(String));
}
