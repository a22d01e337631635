import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { rules as allRules } from "../../rules/index.ts";
import type { Rule } from "../../src/rule-api/index.ts";
import { readCaseFiles } from "./case-files.ts";
import { runRule, type RepositoryFiles, type RuleOutcome } from "./run-rule.ts";

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

const files = new Map<string, RepositoryFiles>();
const outcomes = new Map<string, RuleOutcome>();

/** The repository of a case of this project, read once in a process: many tests ask for it. */
export function knownFiles({ folder }: RuleCase): RepositoryFiles {
  const known = files.get(folder) ?? readCaseFiles(folder);
  files.set(folder, known);
  return known;
}

/** What the rule of a case of this project reports, worked out once in a process. */
export function knownOutcome(one: RuleCase): RuleOutcome {
  const known = outcomes.get(one.folder) ?? runRule(one.rule, knownFiles(one), allRules);
  outcomes.set(one.folder, known);
  return known;
}
