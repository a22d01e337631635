import type { LedgerRowClaim } from "../../core/claims/claim.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Facts } from "../../core/fact.ts";
import { lineEnd, lineStart, sourceLines } from "../fixes/source-lines.ts";

/** The rows of a ledger by their keys. Two rows of one title are two things, or one thing said twice: neither of them is here. */
export function uniqueRows(rows: readonly LedgerRowClaim[]): ReadonlyMap<string, LedgerRowClaim> {
  const counts = new Map<string, number>();
  for (const { key } of rows) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map(rows.filter(({ key }) => counts.get(key) === 1).map((row) => [row.key, row]));
}

/** A row of a tree, with the facts of that tree. */
interface RowInTree {
  readonly row: LedgerRowClaim;
  readonly facts: Facts;
}

/** Whether the later row has two words more than the earlier one, beside those of the status. A note may be in any column. */
export function isNoted(earlier: RowInTree, later: RowInTree): boolean {
  const before = [lineOf(earlier), earlier.row.word.text, later.row.word.text];
  const known = new Set(before.flatMap((text) => entryKey(text).split(" ")));
  const fresh = entryKey(lineOf(later))
    .split(" ")
    .filter((word) => word !== "" && !known.has(word));
  return new Set(fresh).size >= 2;
}

function lineOf({ row: { location, word }, facts }: RowInTree): string {
  const source = sourceLines(location.path, facts);
  return source === undefined
    ? word.quote
    : source.text.slice(lineStart(source, location.offset), lineEnd(source, location.offset));
}
