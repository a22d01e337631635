import type { Finding } from "../core/finding.ts";

/** By place, then rule, then message: the same findings always come in the same order. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(comparePlaces);
}

/** What rules reported, in the order of its findings. */
export function sortReported<Reported extends { readonly finding: Finding }>(all: readonly Reported[]): Reported[] {
  return [...all].sort((one, other) => comparePlaces(one.finding, other.finding));
}

function comparePlaces(one: Finding, other: Finding): number {
  return (
    compare(one.path, other.path) ||
    one.line - other.line ||
    one.column - other.column ||
    compare(one.rule, other.rule) ||
    compare(one.message, other.message)
  );
}

/** Adds `#2`, `#3` to a fingerprint that an earlier finding of the same run has already. */
export function distinctFingerprints(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  const used = new Set(findings.map((finding) => finding.fingerprint));
  return findings.map((finding) => {
    let count = (counts.get(finding.fingerprint) ?? 0) + 1;
    // An identity may itself end in "#2".
    while (count > 1 && used.has(`${finding.fingerprint}#${count}`)) count += 1;
    counts.set(finding.fingerprint, count);
    if (count === 1) return finding;
    const fingerprint = `${finding.fingerprint}#${count}`;
    used.add(fingerprint);
    return { ...finding, fingerprint };
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
