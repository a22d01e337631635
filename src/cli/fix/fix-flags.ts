import { Option, type Command } from "commander";
import { didYouMean } from "../../config/nearest-word.ts";
import { UsageError } from "../../core/errors.ts";
import type { Finding } from "../../core/finding.ts";
import type { FixFilter } from "../../engine/choose-fixes.ts";
import { isAbout } from "../../engine/narrow-report.ts";

/** The flags that say what is fixed. */
export interface FixFlags {
  readonly fix?: "safe" | "suggest";
  readonly fixRule?: readonly string[];
  readonly diff?: boolean;
}

export function addFixFlags(command: Command): Command {
  return command
    .optionsGroup("Fixes:")
    .addOption(
      new Option("--fix [kind]", "apply the safe fixes; --fix=suggest RULE applies what a rule suggests")
        .choices(["safe", "suggest"])
        .preset("safe"),
    )
    .option(
      "--fix-rule <id>",
      "only the fixes of this rule (repeatable); --fix=suggest RULE is short for it",
      (id: string, earlier: readonly string[] = []) => [...earlier, id],
    )
    .option("--diff", "show what the fixes would change, and write nothing");
}

/** Makes `--fix=suggest RULE…` the same as `--fix=suggest --fix-rule RULE…`: an optional value and words after it cannot be told apart otherwise. */
export function foldFixRules(argv: readonly string[]): string[] {
  let naming = false;
  return argv.flatMap((word, index) => {
    const named = naming && /^[a-z][a-z-]*\/[a-z][a-z0-9-]*$/.test(word);
    naming = named || word === "--fix=suggest" || (word === "suggest" && argv[index - 1] === "--fix");
    return named ? ["--fix-rule", word] : [word];
  });
}

/** Which fixes the flags ask for, of findings about `paths` when there are some; undefined when they ask for none. Throws a `UsageError` for flags that make no sense together. */
export function wantedFixes(
  { fix, fixRule: only = [], diff = false }: FixFlags,
  ruleIds: readonly string[],
  paths: readonly string[],
): FixFilter | undefined {
  const unknown = only.find((id) => !ruleIds.includes(id));
  if (unknown !== undefined)
    throw new UsageError(
      `There is no rule “${unknown}”${didYouMean(unknown, ruleIds) || "."}`,
      "Run “queue-lint rules” for the ids of all rules.",
    );
  if (fix === undefined && !diff) {
    if (only.length > 0)
      throw new UsageError("--fix-rule is given without --fix.", "Add --fix, --fix=suggest or --diff.");
    return undefined;
  }
  return (finding, { kind }) =>
    isNamed(finding, only) && (kind === "safe" || fix === "suggest") && isShown(finding, paths);
}

function isNamed({ rule }: Finding, ids: readonly string[]): boolean {
  return ids.length === 0 || ids.includes(rule);
}

function isShown(finding: Finding, paths: readonly string[]): boolean {
  return paths.length === 0 || isAbout(finding, paths);
}
