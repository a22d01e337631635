import type { RuleDefinition } from "../rule-api/index.ts";
import type { Severity } from "../core/finding.ts";
import type { Settings } from "../core/settings.ts";

/** A rule that is on, with its severity and its options, parsed by its own schema. */
export interface ConfiguredRule {
  readonly id: string;
  readonly definition: RuleDefinition;
  readonly severity: Severity;
  readonly options: unknown;
  /** The plugin that it comes from. */
  readonly plugin?: string;
}

export const presetNames = ["recommended", "strict", "agent", "adopt"] as const;
export type PresetName = (typeof presetNames)[number];

/** The configuration with every default filled in: the one input of an audit beside the snapshot. */
export interface ResolvedConfig {
  readonly preset: PresetName;
  readonly settings: Settings;
  /** Only the rules that are on, in id order. */
  readonly rules: readonly ConfiguredRule[];
}
