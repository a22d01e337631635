import type { Edit, Finding, Fix } from "../core/finding.ts";

/** Decides whether the fix of a finding is to be applied. */
export type FixFilter = (finding: Finding, fix: Fix) => boolean;

/** A finding whose fix is applied. */
export type FixableFinding = Finding & { readonly fix: Fix };

/**
 * The fixes that can be applied together, in the order of the findings: each whole or not at all, and none that touches
 * what an earlier one changes. What is left out is found again after they were applied, if it is still wrong then.
 */
export function chooseFixes(findings: readonly Finding[], wanted: FixFilter): FixableFinding[] {
  const taken: Edit[] = [];
  return findings.filter((finding): finding is FixableFinding => {
    const { fix } = finding;
    if (finding.suppressed || fix === undefined || fix.edits.length === 0 || !wanted(finding, fix)) return false;
    if (fix.edits.some((edit) => taken.some((other) => touches(edit, other)))) return false;
    taken.push(...fix.edits);
    return true;
  });
}

/** Different insertions at one place go well together; anything else that meets does not. */
function touches(one: Edit, other: Edit): boolean {
  if (one.path !== other.path || one.endOffset < other.offset || other.endOffset < one.offset) return false;
  return !(isInsertion(one) && isInsertion(other) && one.text !== other.text);
}

function isInsertion({ offset, endOffset }: Edit): boolean {
  return offset === endOffset;
}
