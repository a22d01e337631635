import type { AuditModel } from "./core/audit-model.ts";
import type { AuditReport, Severity } from "./core/finding.ts";
import type { PresetName, ResolvedConfig } from "./config/resolved-config.ts";

export interface LintOptions {
  /** Directory to audit. Without it, the nearest directory above `cwd` that has a configuration or is a repository. */
  readonly root?: string;
  /** Defaults to `process.cwd()`. */
  readonly cwd?: string;
  /** Path of a configuration file, relative to `cwd`. Without it the conventional names are tried. */
  readonly config?: string;
  readonly preset?: PresetName;
  /** Severities that win over preset and configuration: `{ "promotion/once": "off" }`. */
  readonly rules?: Readonly<Record<string, Severity | "off">>;
  /** ISO 8601 date; defaults to the current date. */
  readonly today?: string;
}

/** A repository that has been read: its configuration and model, before any rule has run. */
export interface Opened {
  readonly root: string;
  readonly config: ResolvedConfig;
  readonly model: AuditModel;
}

/** Finds root and configuration and builds the model. Throws `UsageError` for bad input. */
export function open(_options: LintOptions = {}): Promise<Opened> {
  throw new Error("in the making");
}

/** Audits a repository. Throws `UsageError` for bad input; findings are in the report. */
export function lint(_options: LintOptions = {}): Promise<AuditReport> {
  throw new Error("in the making");
}
