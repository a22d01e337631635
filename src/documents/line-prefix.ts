/** What is before the words of a line: indentation, quote marks, and the markers of list items that begin on it. */
export interface LinePrefix {
  /** Its length in characters. */
  readonly length: number;
  /** The column (from 0) of what follows, tabs counted as four columns. */
  readonly column: number;
  /** How many block quotes it opens or goes on with. */
  readonly quotes: number;
  /** How many list items begin in it. */
  readonly items: number;
}

const piece = /[ \t]+|>|(?:[-*+]|\d{1,9}[.)])(?=\s)/y;
/** Three or more of one character are a line across the page, not items in items. */
const thematicBreak = /^(?:-[\s-]*|\*[\s*]*)$/;

/** Reads a line's prefix, up to `limit` quotes and items. */
export function linePrefix(line: string, limit = Infinity): LinePrefix {
  let [length, column, quotes, items] = [0, 0, 0, 0];
  while (quotes + items < limit) {
    piece.lastIndex = length;
    const found = piece.exec(line)?.[0];
    if (found === undefined) break;
    const isItem = !/^[ \t>]/.test(found);
    if (isItem && items === 0 && thematicBreak.test(line.slice(length))) break;
    if (isItem) items += 1;
    else if (found === ">") quotes += 1;
    length += found.length;
    column += found.length + 3 * (found.split("\t").length - 1);
  }
  return { length, column, quotes, items };
}
