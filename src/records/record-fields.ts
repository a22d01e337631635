import type { Inline } from "../core/document.ts";
import { entryKey } from "../core/entry-key.ts";
import type { Layout, RecordColumn } from "../core/layout.ts";
import type { Quotation } from "../core/quotation.ts";
import type { StatedProgress } from "../core/record.ts";

/** What the columns of a table hold, by the words of its header; undefined for the others. */
export function columnsOf(
  header: readonly Inline[],
  { columns }: Pick<Layout, "columns">,
): (RecordColumn | undefined)[] {
  const roles = Object.entries(columns) as [RecordColumn, readonly string[]][];
  const taken = new Set<RecordColumn>();
  const exact = header.map(({ plain }) => roles.filter(([, words]) => words.some((word) => key(word) === key(plain))));
  return exact.map((fitting): RecordColumn | undefined => {
    // One word may name several things: the first column is the identity.
    const [role] = fitting.find(([name]) => !taken.has(name)) ?? [];
    if (role !== undefined) taken.add(role);
    return role;
  });
}

function key(text: string): string {
  return text.trim() === "#" ? "#" : entryKey(text);
}

/** "11/58 (19%)" or "50 %"; undefined when the cell states no progress. */
export function progressIn(inline: Inline): StatedProgress | undefined {
  const counts = /(?<![\d/])(\d{1,5})\s?\/\s?(\d{1,5})(?![\d/])(?:[^%\d]{1,5}(\d{1,3})(?:\.\d+)?\s?%\)?)?/.exec(
    inline.text,
  );
  const percent = counts === null ? /(?<![\d.])(\d{1,3})(?:\.\d+)?\s?%/.exec(inline.text) : null;
  const match = counts ?? percent;
  if (match === null) return undefined;
  const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
  return {
    ...partOf(inline, match.index, match[0].length),
    done: number(counts?.[1]),
    total: number(counts?.[2]),
    percent: number(counts === null ? percent?.[1] : counts[3]),
  };
}

/** Words of an inline with their place, for those that are on one line. */
export function partOf(inline: Inline, start: number, length: number): Quotation {
  const before = inline.text.slice(0, start);
  const lines = before.split("\n");
  const line = inline.location.line + lines.length - 1;
  const column = (lines.length === 1 ? inline.location.column : 1) + (lines.at(-1) ?? "").length;
  const offset = inline.location.offset + start;
  return {
    text: inline.text
      .slice(start, start + length)
      .replace(/[*`]/g, "")
      .trim(),
    location: {
      ...inline.location,
      line,
      column,
      endLine: line,
      endColumn: column + length,
      offset,
      endOffset: offset + length,
    },
  };
}
