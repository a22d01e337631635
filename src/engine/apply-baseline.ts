import type { Baseline, JudgedEntry } from "../core/baseline.ts";
import type { Finding } from "../core/finding.ts";

/** The findings after the baseline, and how many there are of each fingerprint. */
export interface BaselineOutcome {
  readonly findings: readonly Finding[];
  /** By fingerprint; also those that a comment hides. */
  readonly counts: ReadonlyMap<string, number>;
}

const reason = "it was there when the baseline was written";

/**
 * Marks as many findings of each fingerprint as the baseline counts; what is more than that is new and stays. Findings
 * that a comment hides use none of it up. The fingerprints must still be without the `#2` of `distinctFingerprints`.
 */
export function applyBaseline(findings: readonly Finding[], baseline: Baseline | undefined): BaselineOutcome {
  const counts = new Map<string, number>();
  for (const { fingerprint } of findings) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1);
  if (baseline === undefined) return { findings, counts };
  const entries = new Map(baseline.entries.map((entry) => [entry.fingerprint, entry]));
  const used = new Map<string, number>();
  const marked = findings.map((finding): Finding => {
    const entry = entries.get(finding.fingerprint);
    const already = used.get(finding.fingerprint) ?? 0;
    if (entry === undefined || finding.suppressed || already >= entry.count) return finding;
    used.set(finding.fingerprint, already + 1);
    return {
      ...finding,
      suppressed: true,
      suppression: { kind: "baseline", reason, path: baseline.path, line: entry.location.line },
    };
  });
  return { findings: marked, counts };
}

/** Why the silence of a rule, or of a document, proves nothing; undefined when it does. */
export interface Doubts {
  rule(id: string): string | undefined;
  document(path: string): string | undefined;
}

/** Every entry with what became of it. */
export function judgeBaseline(
  baseline: Baseline | undefined,
  counts: ReadonlyMap<string, number>,
  doubts: Doubts,
): JudgedEntry[] {
  return (baseline?.entries ?? []).map((entry) => {
    const { rule, rest } = partsOf(entry.fingerprint);
    const occurs = counts.get(entry.fingerprint) ?? 0;
    return {
      ...entry,
      occurs,
      unknown: occurs >= entry.count ? undefined : (doubts.rule(rule) ?? doubts.document(rest)),
    };
  });
}

/** The rule of a fingerprint, and its path with all that follows: a path may hold a colon itself. */
function partsOf(fingerprint: string): { rule: string; rest: string } {
  const at = fingerprint.indexOf(":");
  return at === -1
    ? { rule: fingerprint, rest: "" }
    : { rule: fingerprint.slice(0, at), rest: fingerprint.slice(at + 1) };
}

/** How many findings of an entry are still there; all of them when that is not known. */
export function remaining({ count, occurs, unknown }: JudgedEntry): number {
  return unknown === undefined ? Math.min(count, occurs) : count;
}
