import type { Finding } from "../../src/core/finding.ts";
import { fix, type AuditInput } from "../../src/lint.ts";

/**
 * What is wrong with the fix of a finding when it is applied alone, with all rules on: the finding is still there (a fix that asks
 * a person leaves it), it brings an error or loses an entry (the engine refuses both), or a second run would change the text again.
 */
export function fixFaults(finding: Finding, tree: AuditInput): string[] {
  const only = (other: Finding): boolean => other.rule === finding.rule && other.fingerprint === finding.fingerprint;
  try {
    const result = fix(tree, only);
    const again = fix({ ...tree, snapshot: result.snapshot }, only);
    const what = `${finding.rule} line ${finding.line}`;
    return [
      ...(result.fixed.length === 1 ? [] : [`${what}: fixed ${result.fixed.length} times`]),
      ...(result.changes.length > 0 ? [] : [`${what}: changes nothing`]),
      ...(finding.fix?.asks !== true && result.report.findings.some(only) ? [`${what}: is still reported`] : []),
      ...(again.changes.length === 0 ? [] : [`${what}: changes again`]),
    ];
  } catch (error) {
    return [`${finding.rule} line ${finding.line}: ${(error as Error).message}`];
  }
}

/** The same for all fixes of a case at once, of all rules: the engine refuses them, or they go on for ever. */
export function togetherFaults(tree: AuditInput): string[] {
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
