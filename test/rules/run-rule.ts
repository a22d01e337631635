import { parseConfig } from "../../src/config/parse-config.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { ConfigFile } from "../../src/core/config-file.ts";
import type { UncheckedClaim, Problem } from "../../src/core/finding.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { auditSnapshot } from "../../src/lint.ts";
import type { Rule } from "../../src/rule-api/index.ts";
import { matchAtOnce } from "../../src/core/spec-name.ts";
import { openCase, type RepositoryFiles } from "./case-repository.ts";

export { today, type RepositoryFiles } from "./case-repository.ts";

export interface RuleOutcome {
  /** Sorted by place. */
  readonly problems: readonly Problem[];
  readonly notChecked: readonly UncheckedClaim[];
  /** The text of a file of the repository, for showing what a fix would change. */
  readonly textOf: (path: string) => string;
}

/**
 * Runs one rule over a small repository, and shows nothing but what it says. Its severity and options are those of the
 * repository's own configuration; where that says nothing, the rule is on with the severity of its meta, also a heuristic.
 * Rules that the configuration names run too, for the sake of rules that judge what is hidden from others.
 */
export function runRule(rule: Rule, files: RepositoryFiles, rules: readonly Rule[]): RuleOutcome {
  const { snapshot, base } = openCase(files);
  const config = configOf(files);
  const parsed = config === undefined ? {} : parseConfig(config, rules);
  const stated = Object.hasOwn(parsed.rules ?? {}, rule.id);
  const overrides = stated ? {} : { rules: { [rule.id]: rule.definition.meta.severity } };
  const resolved = resolveConfig(parsed, { snapshot, rules, overrides, match: matchAtOnce });
  const configured = resolved.rules.filter((one) => one.id === rule.id || Object.hasOwn(parsed.rules ?? {}, one.id));
  if (!configured.some((one) => one.id === rule.id))
    throw new Error(`${config?.path ?? "the configuration"} turns ${rule.id} off, so there is nothing to test.`);
  const { run } = auditSnapshot({
    snapshot,
    config: { ...resolved, rules: configured },
    base: base?.(resolved.settings),
  });
  return outcomeOf(
    {
      ...run,
      problems: run.problems.filter((one) => one.rule === rule.id),
      notChecked: run.notChecked.filter((one) => one.rule === rule.id),
    },
    snapshot,
  );
}

/** What an audit says about a snapshot, in a form that can be compared. */
export function outcomeOf(run: ReturnType<typeof auditSnapshot>["run"], snapshot: Snapshot): RuleOutcome {
  return {
    problems: run.problems.map(({ problem }) => problem).sort(byPlace),
    notChecked: run.notChecked,
    textOf: (path) => textOf(path, snapshot),
  };
}

function textOf(path: string, snapshot: Snapshot): string {
  const result = snapshot.read(path);
  if (!result.ok) throw new Error(`${path} cannot be read: ${result.detail}`);
  return result.text;
}

function byPlace(one: Problem, other: Problem): number {
  const [a, b] = [one.location, other.location];
  return (
    compare(a.path, b.path) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(one.messageId, other.messageId) ||
    compare(one.message, other.message)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function configOf(files: RepositoryFiles): ConfigFile | undefined {
  const path = "queue-lint.config.json";
  const text = files[path];
  return typeof text === "string" ? { path, text, format: "json" } : undefined;
}
