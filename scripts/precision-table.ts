import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { presetSeverity } from "../src/config/presets.ts";
import type { Rule } from "../src/rule-api/index.ts";
import { generatedSection, sectionIn } from "./generated-section.ts";

/** How the cases of one kind come out. */
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

/**
 * Counts the cases of every rule by their goldens: a case in which a rule must fire holds when its `expected.txt` has a finding, a silent one when it has
 * no such file. That each case comes out as its golden says is what `test/rules/fixtures.test.ts` runs them for.
 */
export function countCases(root: string, rules: readonly Rule[]): RulePrecision[] {
  return rules.map((rule) => {
    const folder = join(root, "fixtures/rules", rule.id);
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const outcome = (prefix: string, holds: (golden: string) => boolean): Outcome => {
      const own = names.filter((name) => name.startsWith(prefix));
      return { cases: own.length, held: own.filter((name) => holds(goldenOf(join(folder, name)))).length };
    };
    return { rule, fire: outcome("bad-", hasFinding), silent: outcome("ok-", (golden) => golden === "") };
  });
}

function goldenOf(folder: string): string {
  const path = join(folder, "expected.txt");
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** A golden may also say what was not checked; only a finding has a line with what it says. */
function hasFinding(golden: string): boolean {
  return /^ {2}says {3}/m.test(golden);
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
    "Made by `npm run generate` from the cases under `fixtures/rules/`, which `npm test` runs: small repositories in which a rule must fire, and others that",
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
