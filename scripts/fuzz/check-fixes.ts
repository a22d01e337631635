import { UsageError } from "../../src/core/errors.ts";
import type { Finding } from "../../src/core/finding.ts";
import type { Snapshot } from "../../src/core/snapshot.ts";
import { applyEdits } from "../../src/engine/apply-edits.ts";
import { fix, type AuditInput } from "../../src/lint.ts";

/** Throws when a fix loses words that it does not replace, fixing fails otherwise than by a refusal, or a second run would go on. */
export function checkFixes(input: AuditInput, findings: readonly Finding[]): void {
  for (const finding of findings) checkWords(finding, input.snapshot);
  for (const safeOnly of [true, false]) {
    const wanted = (_: Finding, { kind }: { readonly kind: string }): boolean => !safeOnly || kind === "safe";
    if (!findings.some((finding) => finding.fix !== undefined && wanted(finding, finding.fix))) continue;
    const first = unlessRefused(() => fix(input, wanted));
    if (first === undefined) continue;
    // After ten rounds there may be something left: fixes that undo each other are a fault too.
    const again = unlessRefused(() => fix({ ...input, snapshot: first.snapshot }, wanted));
    if (again !== undefined && again.changes.length > 0)
      throw new Error(`a second run fixes again: ${again.fixed.map(({ rule }) => rule).join(", ")}`);
  }
}

function unlessRefused<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof UsageError && error.message !== "" && error.help !== "") return undefined;
    throw error;
  }
}

/** What a fix removes is in one line or one comment: a number, a status, a bullet. Whatever is longer is moved, and found again. */
function checkWords({ rule, fix: own }: Finding, snapshot: Snapshot): void {
  if (own === undefined) return;
  // An entry of a baseline is data, no words.
  for (const path of new Set(own.edits.map((edit) => edit.path).filter((one) => one.endsWith(".md")))) {
    const read = snapshot.read(path);
    if (!read.ok) throw new Error(`${rule}: a fix edits ${path}, which cannot be read`);
    const edits = own.edits.filter((edit) => edit.path === path);
    const after = wordsIn(applyEdits(read.text, edits));
    const lost = edits.flatMap(({ offset, endOffset }) => {
      const removed = read.text.slice(offset, endOffset);
      return isShort(removed) ? [] : [...wordsIn(removed).keys()].filter((word) => !after.has(word));
    });
    if (lost.length > 0) throw new Error(`${rule}: a fix loses words: ${lost.slice(0, 5).join(" ")}`);
  }
}

function isShort(text: string): boolean {
  const bare = text.trim();
  return !/[\r\n]/.test(bare) || (bare.startsWith("<!--") && bare.indexOf("-->", 4) === bare.length - 3);
}

function wordsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]{3,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
