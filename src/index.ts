/** The library: audits, reports, and what configurations and rules are declared with. Helpers for rules are `queue-lint/rules`. */
export { lint } from "./api/lint.ts";
export { lintSnapshot, type LintSnapshotOptions } from "./api/lint-snapshot.ts";
export { format } from "./api/format.ts";
export { defineConfig } from "./config/define-config.ts";
export {
  defineRule,
  type Evidence,
  type MessageTemplate,
  type RuleContext,
  type RuleDefinition,
  type RuleMeta,
} from "./rule-api/index.ts";
export { UsageError } from "./core/errors.ts";
export type { RepositoryFiles } from "./api/check-repository.ts";
export type { UserConfig } from "./config/config-schema.ts";
export type { PresetName } from "./config/resolved-config.ts";
export type {
  AuditReport,
  Coverage,
  Edit,
  Finding,
  Fix,
  RuleClass,
  Severity,
  Summary,
  Suppression,
  UncheckedClaim,
} from "./core/finding.ts";
export type { Snapshot } from "./core/snapshot.ts";
export type { LintOptions } from "./lint.ts";
export type { FormatName } from "./reporters/index.ts";
export type { FormatOptions } from "./reporters/reporter.ts";
