import { UsageError } from "../core/errors.ts";
import type { Edit, Finding } from "../core/finding.ts";
import { overlaySnapshot } from "../core/overlay-snapshot.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { applyEdits } from "./apply-edits.ts";
import { chooseFixes, type FixableFinding, type FixFilter } from "./choose-fixes.ts";
import { refuseUnsafe, wayOut, type AuditOutcome } from "./fix-safety.ts";

/** What one file was and is to be. */
export interface TextChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface FixResult {
  /** Files whose text differs, sorted by path. */
  readonly changes: readonly TextChange[];
  /** The findings whose fixes were applied, in the order in which that happened. */
  readonly fixed: readonly Finding[];
  /** The snapshot as it would read with the changes. */
  readonly snapshot: Snapshot;
}

/** Fixes that stand in each other's way take turns; more turns than this means that they undo each other. */
const mostRounds = 10;

/**
 * Applies the wanted fixes in rounds, with an audit after each, until none is left. Pure: the changes are handed back,
 * nothing is written. Throws a `UsageError` when an entry would be lost, a new error would come up, or a fix does not take.
 */
export function fixInRounds(
  snapshot: Snapshot,
  wanted: FixFilter,
  audit: (snapshot: Snapshot) => AuditOutcome,
): FixResult {
  const texts = new Map<string, string>();
  const fixed: Finding[] = [];
  const before = audit(snapshot);
  let current = snapshot;
  let latest = before;
  for (let round = 0; round < mostRounds; round += 1) {
    const chosen = chooseFixes(latest.findings, wanted);
    if (chosen.length === 0) break;
    applyFixes(chosen, current).forEach((text, path) => texts.set(path, text));
    fixed.push(...chosen);
    // A copy: the snapshot of a round must not change with the next one.
    current = overlaySnapshot(snapshot, new Map(texts));
    latest = audit(current);
  }
  if (fixed.length > 0) refuseUnsafe(before, latest);
  refuseEndless(
    before,
    latest,
    chooseFixes(latest.findings, wanted).filter((one) => fixed.some((other) => isLike(one, other))),
  );
  return { changes: changesOf(texts, snapshot), fixed, snapshot: current };
}

/** Refuses a fix that was applied and yet is asked for as often as before: what it writes is not read as what it means. Throws a `UsageError`. */
function refuseEndless(before: AuditOutcome, after: AuditOutcome, again: readonly Finding[]): void {
  const count = ({ findings }: AuditOutcome, finding: Finding): number =>
    findings.filter((other) => isLike(finding, other)).length;
  const endless = again.find((finding) => count(after, finding) >= count(before, finding));
  if (endless === undefined) return;
  const { rule, path, line, message } = endless;
  throw new UsageError(
    `The fix of ${rule} does not take, however often it is applied: ${message}`,
    wayOut,
    `${path}:${line}`,
  );
}

/** Whether two findings say the same, wherever they are. */
function isLike(one: Finding, other: Finding): boolean {
  return one.rule === other.rule && one.path === other.path && one.message === other.message;
}

/** The new text of every file that the fixes change. */
function applyFixes(fixes: readonly FixableFinding[], snapshot: Snapshot): Map<string, string> {
  const byPath = new Map<string, Edit[]>();
  for (const edit of fixes.flatMap(({ fix }) => fix.edits))
    byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
  return new Map([...byPath].map(([path, edits]) => [path, applyEdits(textOf(path, snapshot), edits)]));
}

function changesOf(texts: ReadonlyMap<string, string>, snapshot: Snapshot): TextChange[] {
  const changes = [...texts].map(([path, after]) => ({ path, before: textOf(path, snapshot), after }));
  return changes.filter(({ before, after }) => before !== after).sort((one, other) => (one.path < other.path ? -1 : 1));
}

function textOf(path: string, snapshot: Snapshot): string {
  const result = snapshot.read(path);
  if (!result.ok) throw new Error(`a fix edits ${path}, which cannot be read: ${result.detail}`);
  return result.text;
}
