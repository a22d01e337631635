import type { z } from "zod";
import type { ConfigFile } from "../core/config-file.ts";
import { UsageError } from "../core/errors.ts";
import type { Rule } from "../rule-api/index.ts";
import { configSchema, type UserConfig } from "./config-schema.ts";
import type { ConfigFault, ConfigValue, ConfigReading } from "./config-value.ts";
import { packageKey, readJson } from "./read-json.ts";
import { readYaml } from "./read-yaml.ts";
import { schemaFaults } from "./schema-faults.ts";

/**
 * The configuration that a file holds, checked against the schema but without any defaults. Throws a `UsageError`
 * that names every fault with line and column.
 */
export function parseConfig(file: ConfigFile, rules: readonly Rule[]): UserConfig {
  // Not what the schema makes of it: there the options of rules would have their defaults already, and be parsed a second time.
  return parseAgainst(file, configSchema(rules)) as UserConfig;
}

/** The value that a file holds, as it is written, when the schema accepts it. Throws a `UsageError` that names every fault. */
export function parseAgainst(file: ConfigFile, schema: z.ZodType): unknown {
  const config = parseText(file);
  const result = schema.safeParse(config.value);
  if (!result.success) throw faulty(file, schemaFaults(result.error.issues, config, schema));
  return config.value;
}

/** The value that a configuration file holds: an object, not checked any further. Throws a `UsageError` for a text that is none. */
export function parseText(file: ConfigFile): ConfigValue {
  if (file.text.charCodeAt(0) === 0xfeff && file.format !== "package") {
    throw new UsageError(
      "The configuration begins with a byte-order mark, which JSON and YAML tools refuse.",
      "Save the file as UTF-8 without a byte-order mark.",
      `${file.path}:1:1`,
    );
  }
  const read = readFormat(file);
  if (!read.ok) throw faulty(file, read.faults);
  const { value } = read.config;
  if (value === null && file.format === "yaml") throw empty(file);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return read.config;
  throw noObject(file, read.config);
}

function noObject({ path, format }: ConfigFile, { value, locate }: ConfigValue): UsageError {
  const what = format === "package" ? `The key “${packageKey}”` : "The configuration";
  const { line, column } = locate([], "value");
  return new UsageError(
    `${what} is ${kindOf(value)}, but must be an object.`,
    'Write keys and values, such as { "queue": "docs/queue.md" }.',
    `${path}:${line}:${column}`,
  );
}

function kindOf(value: unknown): string {
  if (value === null) return "`null`";
  if (Array.isArray(value)) return "a list";
  return `a ${typeof value === "string" ? "string" : typeof value}`;
}

function readFormat(file: ConfigFile): ConfigReading {
  if (file.text.trim() === "") throw empty(file);
  if (isDeep(file.text))
    throw new UsageError(
      "The configuration is nested too deeply to be read.",
      "Write it with the keys of docs/configuration.md, which need five levels.",
      file.path,
    );
  return file.format === "yaml" ? readYaml(file.text) : readJson(file.text.replace(/^\uFEFF/, " "), file.format);
}

/** The parsers recurse, and the stack they exhaust cannot always be unwound: V8 aborts inside a regular expression. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > 200) return true;
  }
  return /^[ \t]{200}/m.test(text) || /(?:[-?:][ \t]+){100}/.test(text);
}

function empty(file: ConfigFile): UsageError {
  return new UsageError("The configuration is empty.", "Delete the file, or write {} for the defaults.", file.path);
}

const help = "Correct the configuration; docs/configuration.md describes every key.";

function faulty({ path }: ConfigFile, faults: readonly ConfigFault[]): UsageError {
  const [first] = faults;
  if (faults.length === 1 && first !== undefined)
    return new UsageError(sentence(first.message), help, `${path}:${first.line}:${first.column}`);
  const lines = faults.map((fault) => `  ${path}:${fault.line}:${fault.column}  ${fault.message}`);
  return new UsageError(`The configuration has ${faults.length} faults:\n${lines.join("\n")}`, help, path);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? "" : "."}`;
}
