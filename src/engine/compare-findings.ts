import type { Finding, UncheckedClaim } from "../core/finding.ts";
import { movedFingerprint, type PathMapping } from "./moved-fingerprint.ts";

/** The findings of two trees. */
export interface BeforeAndAfter {
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
  /** What the later tree could not check, or what does not apply to it any more: the silence of these rules settles nothing. */
  readonly notChecked: readonly Pick<UncheckedClaim, "rule">[];
  readonly moved: PathMapping;
}

export interface ComparedFindings {
  /** The later findings, each with its state. */
  readonly findings: readonly Finding[];
  /** Earlier findings that are not there any more. */
  readonly fixed: readonly Finding[];
}

/**
 * Subtracts by fingerprint. A finding that was hidden before and is not hidden now is introduced: the change took the
 * exception away. One that is only hidden now is not fixed.
 */
export function compareFindings({ before, after, notChecked, moved }: BeforeAndAfter): ComparedFindings {
  const earlier = before
    .filter((finding) => !finding.suppressed)
    .map((finding) => ({ finding, key: keyOf({ fingerprint: movedFingerprint(finding, moved) }) }));
  const remaining = countOf(earlier.map(({ key }) => key));
  const findings = after.map((finding): Finding => ({
    ...finding,
    state: finding.suppressed || take(remaining, keyOf(finding)) ? "existing" : "introduced",
  }));
  const present = countOf(after.map(keyOf));
  const silent = new Set(notChecked.map(({ rule }) => rule));
  const fixed = earlier
    .filter(({ finding, key }) => !take(present, key) && !silent.has(finding.rule))
    .map(({ finding }) => finding);
  return { findings, fixed };
}

/** The fingerprint without the `#2` that tells the findings of one report apart: they are counted instead. */
function keyOf({ fingerprint }: Pick<Finding, "fingerprint">): string {
  return fingerprint.replace(/#\d+$/, "");
}

function countOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Uses one up; false when there is none left. */
function take(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0;
  if (left > 0) counts.set(key, left - 1);
  return left > 0;
}
