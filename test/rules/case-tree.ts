import { parseConfig } from "../../src/config/parse-config.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { Severity } from "../../src/core/finding.ts";
import type { AuditInput } from "../../src/lint.ts";
import type { Rule } from "../../src/rule-api/index.ts";
import { matchAtOnce } from "../../src/core/spec-name.ts";
import { openCase } from "./case-repository.ts";
import type { RepositoryFiles } from "./run-rule.ts";

/** The repository of a case with the rules of its configuration, and with these where that does not say anything about them. */
export function openTree(files: RepositoryFiles, rules: readonly Rule[], on: readonly Rule[]): AuditInput {
  const { snapshot, base } = openCase(files);
  const path = "queue-lint.config.json";
  const text = files[path];
  const parsed = typeof text === "string" ? parseConfig({ path, text, format: "json" }, rules) : {};
  const severities = on
    .filter(({ id }) => !Object.hasOwn(parsed.rules ?? {}, id))
    .map(({ id, definition }): [string, Severity] => [id, definition.meta.severity]);
  const config = resolveConfig(parsed, {
    snapshot,
    rules,
    overrides: { rules: Object.fromEntries(severities) },
    match: matchAtOnce,
  });
  return { snapshot, config, base: base?.(config.settings) };
}
