import { AssertionError } from "node:assert";
import { buildModel } from "../build-model.ts";
import { resolveConfig } from "../config/resolve-config.ts";
import type { UserConfig } from "../config/config-schema.ts";
import { runRules } from "../engine/run-rules.ts";
import type { Base } from "../core/audit-model.ts";
import type { Answer } from "../core/snapshot.ts";
import type { Finding, UncheckedClaim } from "../core/finding.ts";
import type { RuleDefinition } from "../rule-api/index.ts";
import type { MemoryHistory } from "../source/memory/memory-history.ts";
import type { MemoryRemote } from "../source/memory/memory-remote.ts";
import { matchInTime } from "../source/match-in-time.ts";
import { memorySnapshot, type MemoryFile } from "../source/memory/memory-snapshot.ts";

/** A small repository in which the rule must stay silent. */
export interface ValidCase {
  /** What nearly triggers the rule. */
  readonly name: string;
  /** Paths and contents; the queue is `docs/product/spec-candidates.md` unless `config` says otherwise. */
  readonly files: Readonly<Record<string, MemoryFile>>;
  /** Options of the rule. */
  readonly options?: unknown;
  /** Configuration without rules. */
  readonly config?: Omit<UserConfig, "rules">;
  /** ISO 8601 date of the audit. */
  readonly today?: string;
  /** The repository that this one is compared with, for rules that need a base. */
  readonly base?: ValidCase["files"];
  /** What the history holds; without it there is none. */
  readonly history?: MemoryHistory;
  /** What a server says of issues and pull requests; without it the audit is offline. */
  readonly remote?: MemoryRemote;
  /** The files at the end of earlier days, by ISO 8601 date. */
  readonly days?: Readonly<Record<string, ValidCase["files"]>>;
}

/** A small repository in which the rule must report just these findings, in this order. */
export interface InvalidCase extends ValidCase {
  readonly findings: readonly { readonly message: string; readonly path?: string; readonly line?: number }[];
}

export interface RuleTests {
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
}

/** What one rule finds in a small repository. Throws what the rule throws. */
export function runRule(
  id: string,
  definition: RuleDefinition,
  one: ValidCase,
): { readonly findings: readonly Finding[]; readonly notChecked: readonly UncheckedClaim[] } {
  const match = matchInTime();
  const snapshot = memorySnapshot(one.files, one);
  const { settings } = resolveConfig(one.config ?? {}, { snapshot, rules: [], match });
  const options: unknown = definition.options.parse(one.options ?? {});
  const earlier = one.base === undefined ? undefined : memorySnapshot(one.base, one);
  const base: { base?: Answer<Base> } =
    earlier === undefined
      ? {}
      : {
          base: {
            kind: "known",
            value: {
              name: "base",
              commit: "0".repeat(40),
              subtracted: false,
              model: buildModel(
                earlier,
                resolveConfig(one.config ?? {}, { snapshot: earlier, rules: [], match }).settings,
              ),
            },
          },
        };
  const { findings, notChecked } = runRules(
    [{ id, definition, severity: definition.meta.severity, options }],
    buildModel(snapshot, settings),
    base,
  );
  return { findings, notChecked };
}

/**
 * Holds a rule to its cases, in any test runner: `it("house/no-parrots", () => testRule("house/no-parrots", rule, { valid, invalid }))`.
 * Throws an `AssertionError` for the first case that does not hold, for two cases of one name, and when the cases leave
 * a message of the rule out: a test that cannot fail is not a test.
 */
export function testRule(id: string, definition: RuleDefinition, { valid, invalid }: RuleTests): void {
  refuse(valid.length === 0 || invalid.length === 0, `${id} needs valid and invalid cases`);
  const names = [...valid, ...invalid].map((one) => one.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  refuse(twice !== undefined, `${id} has two cases named “${twice ?? ""}”`);
  for (const one of valid) {
    const { findings } = runRule(id, definition, one);
    refuse(findings.length > 0, `${id}, valid case “${one.name}”: it reports ${shown(findings)}`);
  }
  const said = new Set<string>();
  for (const one of invalid) {
    refuse(one.findings.length === 0, `${id}, invalid case “${one.name}”: it names no finding`);
    const { findings } = runRule(id, definition, one);
    findings.forEach((finding) => said.add(finding.message));
    const fits =
      findings.length === one.findings.length &&
      findings.every((finding, index) => matches(finding, one.findings[index]));
    refuse(
      !fits,
      `${id}, invalid case “${one.name}”: it should report ${shown(one.findings)}, but reports ${shown(findings)}`,
    );
  }
  const unsaid = Object.entries(definition.messages).find(
    ([, { message }]) => ![...said].some((words) => pattern(message).test(words)),
  );
  refuse(unsaid !== undefined, `${id}: no invalid case produces its message “${unsaid?.[0] ?? ""}”`);
}

function matches(finding: Finding, wanted: InvalidCase["findings"][number] | undefined): boolean {
  return (
    wanted !== undefined &&
    finding.message === wanted.message &&
    (wanted.path ?? finding.path) === finding.path &&
    (wanted.line ?? finding.line) === finding.line
  );
}

function shown(
  findings: readonly { readonly message: string; readonly path?: string; readonly line?: number }[],
): string {
  return findings.length === 0
    ? "nothing"
    : findings
        .map(({ message, path, line }) => `“${message}” (${path ?? "any path"}:${line ?? "any line"})`)
        .join(", ");
}

/** A template as it may have been filled in. */
function pattern(template: string): RegExp {
  return new RegExp(
    `^${template
      .split(/\{\w+\}/)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join("[^]*")}$`,
  );
}

function refuse(condition: boolean, message: string): void {
  if (condition) throw new AssertionError({ message });
}
