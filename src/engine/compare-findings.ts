import type { Finding, UncheckedClaim, SingleFinding } from "../core/finding.ts";
import { isMadeOf, withSingles } from "./fold-habits.ts";
import { movedFingerprint, type PathMapping } from "./moved-fingerprint.ts";

/** The findings of two trees. */
export interface BeforeAndAfter {
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
  /** What the later tree could not check, or what does not apply to it any more: the silence of these rules settles nothing. */
  readonly notChecked: readonly Pick<UncheckedClaim, "rule">[];
  readonly moved: PathMapping;
  /** Whether the later tree has nothing at a path. Default: it has all of them. */
  readonly isAbsent?: (path: string) => boolean;
}

export interface ComparedFindings {
  /** The later findings, each with its state. */
  readonly findings: readonly Finding[];
  /** Earlier findings that are not there any more; those that went with their files are marked. */
  readonly fixed: readonly Finding[];
}

/**
 * Subtracts by fingerprint. A finding that was hidden before and is not hidden now is introduced: the change took the
 * exception away. One that is only hidden now is not fixed. Where many findings are one in one of the trees alone, those in its list are compared.
 */
export function compareFindings({
  before,
  after,
  notChecked,
  moved,
  isAbsent = () => false,
}: BeforeAndAfter): ComparedFindings {
  const keyBefore = (finding: SingleFinding): string => keyOf({ fingerprint: movedFingerprint(finding, moved) });
  const earlier = before.filter((finding) => !finding.suppressed);
  const remaining = countOf(earlier.flatMap(withSingles).map(keyBefore));
  const findings = after.map((finding): Finding => {
    const isKnown = take(remaining, keyOf(finding)) || isMadeOf(finding, (one) => take(remaining, keyOf(one)));
    return { ...finding, state: finding.suppressed || isKnown ? "existing" : "introduced" };
  });
  const present = countOf(after.flatMap(withSingles).map(keyOf));
  const silent = new Set(notChecked.map(({ rule }) => rule));
  const fixed = earlier.filter(
    (finding) =>
      !take(present, keyBefore(finding)) &&
      finding.habit?.findings?.some((one) => present.has(keyBefore(one))) !== true &&
      !silent.has(finding.rule),
  );
  const told = fixed.map((finding): Finding => {
    return isAbsent(moved(finding.path) ?? finding.path) ? { ...finding, gone: true } : finding;
  });
  return { findings, fixed: told };
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
