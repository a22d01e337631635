import type { IndexClaim } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";
import { lineLocator } from "../../core/line-locator.ts";
import type { Quotation } from "../../core/quotation.ts";

/** The name of the unit that a cell begins with a link to. */
export function linkedUnit(cell: string, from: string, { units }: Facts): string | undefined {
  const path = /^\[[^\]]*\]\(([^()\s]+)\)/.exec(cell)?.[1];
  if (path === undefined) return undefined;
  const resolution = units.resolve({ text: path, path }, from);
  return resolution.kind === "found" ? resolution.unit.name.text : undefined;
}

export interface CutOffBlock {
  /** Its first row. */
  readonly row: Quotation;
  readonly title: string;
  readonly count: number;
  /** The last line of the table. */
  readonly end: number;
}

const tableRow = /^\s*\|.*\|\s*$/;
const ruler = /^[\s|:-]+$/;
const between = /^\s*(?:<!--.*-->\s*)?$/;

/** Rows about units that come after a table and one blank line or comment, without a header of their own. */
export function cutOffBlocks({ records, path }: IndexClaim, facts: Facts): CutOffBlock[] {
  const result = facts.paths.read(path);
  const ends = [...new Set(records.flatMap(({ form, extent }) => (form === "row" ? [extent.line] : [])))];
  if (!result.ok) return [];
  const lines = result.text.split("\n");
  const isRow = (line: number): boolean => tableRow.test(lines[line - 1] ?? "");
  return ends.flatMap((end): CutOffBlock[] => {
    const blocks: CutOffBlock[] = [];
    let start = end + 2;
    while (between.test(lines[start - 2] ?? "x") && isRow(start) && !ruler.test(lines[start] ?? "")) {
      let last = start;
      while (isRow(last + 1)) last += 1;
      const text = (lines[start - 1] ?? "").trim();
      const title = linkedUnit(text.replace(/^\|\s*/, ""), path, facts);
      if (title === undefined) break;
      blocks.push({
        row: { text, location: lineLocator(path, result.text)(start) },
        title,
        count: last - start + 1,
        end,
      });
      start = last + 2;
    }
    return blocks;
  });
}
