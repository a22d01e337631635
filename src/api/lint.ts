import { z } from "zod";
import { presetNames } from "../config/resolved-config.ts";
import { ruleStates } from "../config/config-schema.ts";
import { isCalendarDay } from "../core/calendar.ts";
import type { AuditReport } from "../core/finding.ts";
import { lint as audit, type LintOptions } from "../lint.ts";
import { checkArgument } from "./check-argument.ts";

const words = z.string().optional();
const flag = z.boolean().optional();
const file = z.union([z.string(), z.literal(false)]).optional();

/** What `lint` and `lintSnapshot` both take. */
export const sharedOptions = {
  preset: z.enum(presetNames).optional(),
  rules: z.record(z.string(), z.enum(ruleStates)).optional(),
  today: z
    .string()
    .refine(isCalendarDay, { error: ({ input }) => `“${String(input)}” is not a day; write it as 2026-11-30` })
    .optional(),
};

const schema = z.strictObject({
  ...sharedOptions,
  root: words,
  cwd: words,
  config: words,
  plugins: flag,
  baseline: file,
  staged: flag,
  ref: words,
  base: words,
  configFrom: z.enum(["tree", "base"]).optional(),
  online: flag,
  onlineCache: file,
  layouts: z.array(z.string().min(1)).optional(),
} satisfies Record<keyof LintOptions, z.ZodType>);

/**
 * Audits a repository: the work tree, or the tree that the options name. Findings are in the report. Rejects with a `UsageError` for options,
 * paths, refs and configurations that cannot be used.
 */
export async function lint(options: LintOptions = {}): Promise<AuditReport> {
  const help = "Correct the call; docs/api.md describes every option.";
  checkArgument(options, { place: "lint(options)", subject: "The options", schema, help });
  return audit(options);
}
