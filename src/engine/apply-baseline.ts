import type { Baseline, JudgedEntry } from "../core/baseline.ts";
import { judgesExceptions } from "../core/exceptions.ts";
import type { Finding } from "../core/finding.ts";
import { habitFingerprint } from "./fold-habits.ts";

/** The findings after the baseline, and how many there are of each fingerprint. */
export interface BaselineOutcome {
  readonly findings: readonly Finding[];
  /** By fingerprint; also those that a comment hides. */
  readonly counts: ReadonlyMap<string, number>;
}

const reason = "it was there when the baseline was written";

/**
 * Marks as many findings of each fingerprint as the baseline counts; what is more than that is new and stays. Findings
 * that a comment hides use none of it up. An entry for a habit hides all that is left of it once it is none any more: who corrects some
 * is not asked for the rest. The fingerprints must still be without the `#2` of `distinctFingerprints`.
 */
export function applyBaseline(findings: readonly Finding[], baseline: Baseline | undefined): BaselineOutcome {
  const counts = new Map<string, number>();
  const entries = new Map(baseline?.entries.map((entry) => [entry.fingerprint, entry]));
  const keys = new Map(findings.map((finding) => [finding, keyIn(entries, finding)]));
  for (const key of keys.values()) counts.set(key, (counts.get(key) ?? 0) + 1);
  if (baseline === undefined) return { findings, counts };
  const used = new Map<string, number>();
  const marked = findings.map((finding): Finding => {
    const key = keys.get(finding) ?? finding.fingerprint;
    const entry = entries.get(key);
    const already = used.get(key) ?? 0;
    const isCounted = key === finding.fingerprint;
    if (
      entry === undefined ||
      finding.suppressed ||
      judgesExceptions(finding.rule) ||
      (isCounted && already >= entry.count)
    )
      return finding;
    if (isCounted) used.set(key, already + 1);
    return {
      ...finding,
      suppressed: true,
      suppression: { kind: "baseline", reason, path: baseline.path, line: entry.location.line },
    };
  });
  return { findings: marked, counts };
}

/** The fingerprint by which the baseline knows a finding: its own, or that of the habit which it is left of. */
function keyIn(entries: ReadonlyMap<string, unknown>, finding: Finding): string {
  const habit = habitFingerprint(finding);
  return habit !== undefined && entries.has(habit) && !entries.has(finding.fingerprint) ? habit : finding.fingerprint;
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
