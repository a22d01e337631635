import { readdirSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../rules/index.ts";
import { presetSeverity } from "../src/config/presets.ts";
import type { Rule } from "../src/rule-api/index.ts";
import { readCaseFiles } from "../test/rules/case-files.ts";
import { runRule } from "../test/rules/run-rule.ts";
import { generatedSection, sectionIn } from "./generated-section.ts";

/** How the cases of one kind came out. */
export interface Outcome {
  readonly cases: number;
  readonly held: number;
}

export interface RulePrecision {
  readonly rule: Rule;
  /** Cases in which the rule must report something. */
  readonly fire: Outcome;
  /** Cases that nearly trigger it, in which it must stay silent. */
  readonly silent: Outcome;
}

/** A rule with fewer silent cases than these does not enter the preset `recommended`. */
export const leastSilentCases = 3;

/** Runs every case of every rule. */
export function measurePrecision(fixtures: string): RulePrecision[] {
  return rules.map((rule) => {
    const folder = join(fixtures, rule.id);
    const cases = readdirSync(folder).map((name) => ({
      name,
      findings: runRule(rule, readCaseFiles(join(folder, name)), rules).problems.length,
    }));
    const outcome = (prefix: string, holds: (findings: number) => boolean): Outcome => {
      const own = cases.filter(({ name }) => name.startsWith(prefix));
      return { cases: own.length, held: own.filter(({ findings }) => holds(findings)).length };
    };
    return {
      rule,
      fire: outcome("bad-", (findings) => findings > 0),
      silent: outcome("ok-", (findings) => findings === 0),
    };
  });
}

/** docs/precision.md. The part about public repositories stays as it is on the page of before: `npm run field` writes it. */
export function precisionPage(measured: readonly RulePrecision[], before: string): string {
  const sum = (key: "fire" | "silent"): string => {
    const all = measured.map((one) => one[key]);
    return `${all.reduce((total, one) => total + one.held, 0)} of ${all.reduce((total, one) => total + one.cases, 0)}`;
  };
  const rows = measured.map(
    ({ rule, fire, silent }) =>
      `| [${rule.id}](rules/${rule.id}.md) | ${shown(fire)} | ${shown(silent)} | ${presetSeverity("recommended", rule)} |`,
  );
  return [
    "# Precision",
    "",
    "Made by `npm run precision` from the cases under `fixtures/rules/`: small repositories in which a rule must fire, and others that",
    `nearly trigger it, in which it must stay silent. A rule with fewer than ${leastSilentCases} silent cases does not enter the preset \`recommended\`;`,
    "a heuristic never does. A false finding that somebody reports becomes a silent case.",
    "",
    "| Rule | Must fire: held | Must stay silent: held | In `recommended` |",
    "|---|---|---|---|",
    ...rows,
    `| **all ${measured.length} rules** | **${sum("fire")}** | **${sum("silent")}** | |`,
    "",
    sectionIn(before, "field") ?? generatedSection("field", ""),
    "",
  ].join("\n");
}

function shown({ cases, held }: Outcome): string {
  return `${held} of ${cases}`;
}
