import { UsageError } from "../core/errors.ts";
import type { UserConfig } from "./config-schema.ts";

/**
 * Gives an object literal the type of a configuration, for completion and checks in an editor. Returns it unchanged: what its keys say is checked
 * by the audit, which knows the rules of plugins. Throws a `UsageError` for what is not an object.
 */
export function defineConfig(config: UserConfig): UserConfig {
  if (typeof (config as unknown) !== "object" || (config as unknown) === null || Array.isArray(config))
    throw new UsageError(
      "The configuration must be an object.",
      "Write keys and values, such as { queue: “docs/queue.md” }.",
      "defineConfig(config)",
    );
  return config;
}
