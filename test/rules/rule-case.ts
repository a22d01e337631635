import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Rule } from "../../src/rule-api/index.ts";
import { goldenName, readCaseFiles, readGolden } from "./case-files.ts";
import { formatGolden } from "./golden.ts";
import { runRule, type RuleOutcome } from "./run-rule.ts";

export const fixturesRoot = join(import.meta.dirname, "../../fixtures/rules");

/** A small repository that a rule must accept (`ok`) or report (`bad`). */
export interface RuleCase {
  readonly rule: Rule;
  /** `ok-near-miss` or `bad-missing`. */
  readonly name: string;
  readonly kind: "ok" | "bad";
  /** Absolute path of its folder. */
  readonly folder: string;
}

export interface CaseRun {
  /** All rules, so that the configuration of a case may name any of them. */
  readonly rules: readonly Rule[];
  /** Writes goldens that are missing or differ. */
  readonly update: boolean;
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

/** Every case below a folder of groups. Throws for what stands there and is no case of a known rule. */
export function listCases(root: string, rules: readonly Rule[]): RuleCase[] {
  return foldersIn(root, "a group of rules").flatMap((group) =>
    foldersIn(join(root, group), "a rule").flatMap((name) => {
      const rule = rules.find((one) => one.id === `${group}/${name}`);
      if (rule === undefined)
        throw new Error(
          `${join(root, group, name)} holds cases of ${group}/${name}, but there is no such rule: rename the folder, or write rules/${group}/${name}.ts.`,
        );
      return casesOf(rule, join(root, group, name));
    }),
  );
}

function casesOf(rule: Rule, root: string): RuleCase[] {
  return foldersIn(root, "a case").map((name) => {
    const kind = /^(ok|bad)-[a-z0-9]+(?:-[a-z0-9]+)*$/.exec(name)?.[1] as RuleCase["kind"] | undefined;
    const folder = join(root, name);
    if (kind === undefined) throw new Error(`${folder} is no case: name it ok-<what> or bad-<what>, in kebab-case.`);
    return { rule, name, kind, folder };
  });
}

function foldersIn(root: string, what: string): string[] {
  if (!existsSync(root)) return [];
  const entries = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.name !== ".DS_Store");
  const file = entries.find((entry) => !entry.isDirectory());
  if (file !== undefined)
    throw new Error(`${join(root, file.name)} stands where only folders may stand, each of ${what}.`);
  return entries.map((entry) => entry.name).sort();
}

/** What the rule of a case reports about its repository. */
export function runCase({ rule, folder }: RuleCase, rules: readonly Rule[]): RuleOutcome {
  return runRule(rule, readCaseFiles(folder), rules);
}

/** Holds a case to what it promises. Throws when it does not keep it; writes its golden only when asked to. */
export function checkCase(one: RuleCase, { rules, update }: CaseRun): void {
  refuseVacuous(one);
  const outcome = runCase(one, rules);
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
    rule.definition.meta.needs === "base" && !existsSync(join(folder, ".base")) && !name.startsWith("ok-no-base");
  if (vacuous) throw new Error(`${rule.id} ${name}: the rule needs a base, and the case has no folder .base.`);
}

function reasons({ notChecked }: RuleOutcome): string {
  return notChecked.length === 0 ? "" : ` (not checked: ${notChecked.map(({ reason }) => reason).join("; ")})`;
}
