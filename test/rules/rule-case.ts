import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { needs, type Rule } from "../../src/rule-api/index.ts";
import { goldenName, readGolden } from "./case-files.ts";
import { formatGolden } from "./golden.ts";
import { runCase, type RuleCase } from "./rule-cases.ts";
import type { RuleOutcome } from "./run-rule.ts";

export interface CaseRun {
  /** All rules, so that the configuration of a case may name any of them. */
  readonly rules: readonly Rule[];
  /** Writes goldens that are missing or differ. */
  readonly update: boolean;
  /** What the rule reports, when it is known. */
  readonly outcome?: RuleOutcome;
}

/**
 * Whether goldens are written: only for UPDATE_FIXTURES=1. Throws for it in CI, where nobody would read what was
 * written.
 */
export function updateWanted(environment: Readonly<Record<string, string | undefined>>): boolean {
  if (environment.UPDATE_FIXTURES !== "1") return false;
  const ci = environment.CI ?? "";
  if (ci !== "" && ci !== "false" && ci !== "0")
    throw new Error("UPDATE_FIXTURES=1 is set in CI: goldens are written and read on a developer's machine only.");
  return true;
}

/** Holds a case to what it promises. Throws when it does not keep it; writes its golden only when asked to. */
export function checkCase(one: RuleCase, { rules, update, outcome: known }: CaseRun): void {
  refuseVacuous(one);
  const outcome = known ?? runCase(one, rules);
  const golden = readGolden(one.folder);
  const where = `${one.rule.id} ${one.name}`;
  if (one.kind === "ok") {
    expect(formatGolden({ ...outcome, notChecked: [] }), `${where}: an ok case must have no finding`).toBe("");
    if (golden !== undefined)
      throw new Error(`${where}: an ok case has no ${goldenName}; delete it, or name the case bad-*.`);
    return;
  }
  if (outcome.problems.length === 0)
    throw new Error(`${where}: a bad case must have a finding, but ${one.rule.id} reports nothing${reasons(outcome)}.`);
  const actual = formatGolden(outcome);
  if (golden !== actual && update) writeFileSync(join(one.folder, goldenName), actual);
  else if (golden === undefined)
    throw new Error(
      `${where}: there is no ${goldenName}. Run “npm run update-fixtures”, then read what it wrote:\n\n${actual}`,
    );
  else expect(actual, `${where}: the findings are not those of ${goldenName}`).toBe(golden);
}

/** Without a base such a rule does not run: its silence would prove nothing. */
function refuseVacuous({ rule, name, folder }: RuleCase): void {
  const vacuous =
    needs(rule.definition.meta, "base") && !existsSync(join(folder, ".base")) && !name.startsWith("ok-no-base");
  if (vacuous) throw new Error(`${rule.id} ${name}: the rule needs a base, and the case has no folder .base.`);
}

function reasons({ notChecked }: RuleOutcome): string {
  return notChecked.length === 0 ? "" : ` (not checked: ${notChecked.map(({ reason }) => reason).join("; ")})`;
}
