import type { Finding } from "../core/finding.ts";

/** By place, then rule, then message: the same findings always come in the same order. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (one, other) =>
      compare(one.path, other.path) || one.line - other.line || one.column - other.column || compare(one.rule, other.rule) || compare(one.message, other.message),
  );
}

/** Adds `#2`, `#3` to a fingerprint that an earlier finding of the same run has already. */
export function distinctFingerprints(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}#${count}` };
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
