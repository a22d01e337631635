import type { ConfigFile } from "../../core/config-file.ts";
import type { Snapshot } from "../../core/snapshot.ts";
import type { Rule } from "../../rule-api/index.ts";
import type { UserConfig } from "../config-schema.ts";
import type { ResolvedConfig } from "../resolved-config.ts";

/** A tree with its own configuration, without anything that a command line says. */
export interface ConfiguredTree {
  readonly snapshot: Snapshot;
  /** Undefined when the tree has no configuration. */
  readonly file: ConfigFile | undefined;
  /** With the present names of its keys. */
  readonly parsed: UserConfig;
  readonly config: ResolvedConfig;
  /** The rules that the configuration may name. */
  readonly rules: readonly Rule[];
}

/** A key whose value holds less than it did. */
export interface WeakenedKey {
  /** Where the value is in the configuration, key by key. */
  readonly path: readonly (string | number)[];
  readonly was: string;
  readonly is: string;
}

/** What one comparison found. */
export interface KeyComparison {
  readonly weakened: readonly WeakenedKey[];
  readonly unknown: readonly string[];
}

/** Compares one part of two configurations. */
export type KeyComparer = (before: ConfiguredTree, after: ConfiguredTree) => KeyComparison;

/** A list in words: the first few, and how many more. */
export function listed(items: readonly string[]): string {
  const shown = items.slice(0, 3).join(", ");
  return items.length > 3 ? `${shown} and ${items.length - 3} more` : shown;
}
