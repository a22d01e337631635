import type { UserConfig } from "./config-schema.ts";

/** Gives an object literal the type of a configuration, for completion and checks in an editor. Returns it unchanged. */
export function defineConfig(config: UserConfig): UserConfig {
  return config;
}
