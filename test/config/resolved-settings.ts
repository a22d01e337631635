import { matchAtOnce } from "../../src/core/spec-name.ts";
import type { UserConfig } from "../../src/config/config-schema.ts";
import { resolveConfig, type ConfigOverrides } from "../../src/config/resolve-config.ts";
import { memorySnapshot, type MemoryFile } from "../memory-snapshot.ts";
import { madeUpRules } from "./made-up-rules.ts";

export const queue = "docs/product/spec-candidates.md";

export const resolve = (
  config: UserConfig = {},
  files: Record<string, MemoryFile> = { [queue]: "" },
  overrides: ConfigOverrides = {},
) => resolveConfig(config, { snapshot: memorySnapshot(files), rules: madeUpRules, overrides, match: matchAtOnce });

export const settings = (config: UserConfig = {}, files: Record<string, MemoryFile> = { [queue]: "" }) =>
  resolve(config, files).settings;

export const found = (...paths: string[]) => settings({}, Object.fromEntries(paths.map((path) => [path, ""])));
