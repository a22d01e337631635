import { rules } from "../rules/index.ts";
import { presetSeverity } from "../src/config/presets.ts";
import type { Rule } from "../src/rule-api/index.ts";
import { knownOutcome, listCases } from "../test/rules/rule-cases.ts";

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
  const cases = listCases(fixtures, rules);
  return rules.map((rule) => {
    const outcome = (kind: "ok" | "bad"): Outcome => {
      const own = cases.filter((one) => one.rule === rule && one.kind === kind);
      const held = own.filter((one) => knownOutcome(one).problems.length > 0 === (kind === "bad"));
      return { cases: own.length, held: held.length };
    };
    return { rule, fire: outcome("bad"), silent: outcome("ok") };
  });
}

/** docs/precision.md. */
export function precisionPage(measured: readonly RulePrecision[]): string {
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
  ].join("\n");
}

function shown({ cases, held }: Outcome): string {
  return `${held} of ${cases}`;
}
