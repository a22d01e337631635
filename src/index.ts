import type { AuditReport } from "./core/finding.ts";
import { reporters } from "./reporters/index.ts";
import type { RenderOptions } from "./reporters/reporter.ts";

export { lint, lintSnapshot, type LintOptions } from "./lint.ts";
export { defineConfig } from "./config/define-config.ts";
export { resolveConfig } from "./config/resolve-config.ts";
export * from "./rule-api/index.ts";
export { UsageError } from "./core/errors.ts";
export { rules } from "./rule-catalogue.ts";
export type { UserConfig } from "./config/config-schema.ts";
export type { ResolvedConfig } from "./config/resolved-config.ts";
export type { AuditReport, Coverage, Finding, UncheckedClaim, Severity } from "./core/finding.ts";
export type { Snapshot } from "./core/snapshot.ts";

/**
 * Renders a report: `format(report, "text")`. Without options there is no colour and nothing is left out.
 * Throws a `RangeError` for a format that does not exist.
 */
export function format(report: AuditReport, name: string, options: Partial<RenderOptions> = {}): string {
  const reporter = Object.hasOwn(reporters, name) ? reporters[name] : undefined;
  if (reporter === undefined)
    throw new RangeError(`There is no format “${name}”; formats are ${Object.keys(reporters).join(", ")}.`);
  return reporter.render(report, { color: false, links: false, quiet: false, ...options });
}
