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

/** The rules that a comment may name. */
export interface Catalogue {
  readonly ruleIds: readonly string[];
  /** False when plugins were not loaded, which may have more. */
  readonly complete: boolean;
}

export const presetNames = ["recommended", "strict", "agent", "adopt", "ci"] as const;
export type PresetName = (typeof presetNames)[number];

/** The configuration with every default filled in: the one input of an audit beside the snapshot. */
export interface ResolvedConfig {
  readonly preset: PresetName;
  readonly settings: Settings;
  /** Only the rules that are on, in id order. */
  readonly rules: readonly ConfiguredRule[];
  /** All rules that could be on. */
  readonly catalogue: Catalogue;
  /** The path of the baseline from the root; undefined when there is none. */
  readonly baseline: string | undefined;
  readonly guard: GuardSettings;
}

/** How the guard answers when it does not know, and when it could not look. */
export interface GuardSettings {
  readonly unknown: "allow" | "refuse";
  readonly failClosed: boolean;
}
