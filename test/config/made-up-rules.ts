import type { RuleClass, Severity } from "../../src/core/finding.ts";
import { defineRule, noOptions, z, type Rule, type RuleMeta } from "../../src/rule-api/index.ts";

/** A rule that checks nothing, for tests of what surrounds rules. */
export function madeUpRule(id: string, meta: Partial<RuleMeta> = {}, options: z.ZodType = noOptions): Rule {
  const full = {
    description: `Require ${id}`,
    severity: "error" as Severity,
    class: "fact" as RuleClass,
    since: "0.1.0",
    ...meta,
  };
  return { id, definition: defineRule({ meta: full, options, messages: {}, check: () => undefined }) };
}

/** One rule of each kind. */
export const madeUpRules: readonly Rule[] = [
  madeUpRule("promotion/once"),
  madeUpRule("autoprep/manual-reason", { severity: "warning" }),
  madeUpRule(
    "reference/spec-known",
    { severity: "warning" },
    z.strictObject({ ignore: z.array(z.int()).default([]).describe("Numbers to leave out.") }),
  ),
  madeUpRule("promotion/unledgered-spec", { severity: "info", recommended: false }),
  madeUpRule("scope/note", { severity: "info" }),
  madeUpRule("active/overlap", { severity: "info", class: "heuristic" }),
  madeUpRule("history/entry-vanished", { class: "history" }),
];
