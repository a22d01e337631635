import { parseConfig } from "../../src/config/parse-config.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { ResolvedConfig } from "../../src/config/resolved-config.ts";
import type { Base } from "../../src/core/audit-model.ts";
import type { Answer, Snapshot } from "../../src/core/snapshot.ts";
import type { Finding } from "../../src/core/finding.ts";
import { auditSnapshot, fix } from "../../src/lint.ts";
import type { Rule } from "../../src/rule-api/index.ts";
import { readCaseFiles } from "./case-files.ts";
import { openCase } from "./case-repository.ts";
import type { RuleCase } from "./rule-case.ts";

/**
 * What is wrong with the fixes of a bad case when each is applied alone, with all rules on: its finding is still there, it
 * brings an error or loses an entry (the engine refuses both), or a second run would change the text again.
 */
export function fixFaults({ rule, folder }: RuleCase, rules: readonly Rule[]): string[] {
  const tree = openTree({ rule, folder }, rules);
  const fixable = auditSnapshot(tree).run.findings.filter(
    (finding) => finding.rule === rule.id && finding.fix !== undefined,
  );
  return fixable.flatMap((finding) => faultsOf(finding, tree));
}

/** The same for all fixes of a case at once, of all rules: the engine refuses them, or they go on for ever. */
export function togetherFaults(one: Pick<RuleCase, "rule" | "folder">, rules: readonly Rule[]): string[] {
  const tree = openTree(one, rules);
  try {
    const result = fix(tree, () => true);
    const again = fix({ ...tree, snapshot: result.snapshot }, () => true);
    return again.changes.length === 0
      ? []
      : [`a second run fixes ${again.fixed.map((finding) => `${finding.rule} line ${finding.line}`).join(", ")}`];
  } catch (error) {
    return [(error as Error).message];
  }
}

interface Tree {
  readonly snapshot: Snapshot;
  readonly config: ResolvedConfig;
  readonly base: Answer<Base> | undefined;
}

/** The repository of a case with all rules on, its own in any case. */
function openTree({ rule, folder }: Pick<RuleCase, "rule" | "folder">, rules: readonly Rule[]): Tree {
  const files = readCaseFiles(folder);
  const { snapshot, base } = openCase(files);
  const text = files["queue-lint.config.json"];
  const parsed =
    typeof text === "string" ? parseConfig({ path: "queue-lint.config.json", text, format: "json" }, rules) : {};
  const stated = Object.hasOwn(parsed.rules ?? {}, rule.id);
  const config = resolveConfig(parsed, {
    snapshot,
    rules,
    overrides: stated ? {} : { rules: { [rule.id]: rule.definition.meta.severity } },
  });
  return { snapshot, config, base: base?.(config.settings) };
}

function faultsOf(finding: Finding, tree: Tree): string[] {
  const only = (other: Finding): boolean => other.rule === finding.rule && other.fingerprint === finding.fingerprint;
  try {
    const result = fix(tree, only);
    const again = fix({ ...tree, snapshot: result.snapshot }, only);
    const what = `${finding.rule} line ${finding.line}`;
    return [
      ...(result.fixed.length === 1 ? [] : [`${what}: fixed ${result.fixed.length} times`]),
      ...(result.changes.length > 0 ? [] : [`${what}: changes nothing`]),
      ...(result.report.findings.some(only) ? [`${what}: is still reported`] : []),
      ...(again.changes.length === 0 ? [] : [`${what}: changes again`]),
    ];
  } catch (error) {
    return [`${finding.rule} line ${finding.line}: ${(error as Error).message}`];
  }
}
