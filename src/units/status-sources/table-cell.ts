import type { StatusReader } from "../status-source.ts";
import { headerLines, type NumberedLine } from "../unit-file.ts";

/** A table above the first section: the first cell below a header, or the one beside a label. */
export const tableCell: StatusReader = ({ file, labels }) => {
  if (file === undefined) return undefined;
  const rows = headerLines(file).filter(({ text }) => /^\s*\|/.test(text));
  const [header = empty, , first = empty] = rows;
  const column = cells(header).findIndex((cell) => labels.includes(plain(cell)));
  const isHeader = column > 0 || (column === 0 && cells(first).length !== 2);
  const cell = isHeader ? cellBelow(rows, column) : cellBeside(rows, labels);
  return cell === undefined || cell.text === "" ? undefined : { text: cell.text, location: file.locate(cell.line) };
};

/** The cell of a column in the first row, when a ruler is between the two. */
function cellBelow([, ruler, first]: readonly NumberedLine[], column: number): NumberedLine | undefined {
  if (ruler === undefined || first === undefined || !/^[\s|:-]+$/.test(ruler.text)) return undefined;
  return { text: cells(first)[column] ?? "", line: first.line };
}

/** The second of two cells, after a label. */
function cellBeside(rows: readonly NumberedLine[], labels: readonly string[]): NumberedLine | undefined {
  for (const row of rows) {
    const [label = "", text = "", ...others] = cells(row);
    if (others.length === 0 && labels.includes(plain(label)) && cells(row).length === 2)
      return /^[\s:-]+$/.test(text) ? undefined : { text, line: row.line };
  }
  return undefined;
}

const empty: NumberedLine = { text: "", line: 0 };

function cells({ text }: NumberedLine): string[] {
  return text
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

function plain(text: string): string {
  return text
    .replace(/[*_`:]/g, "")
    .trim()
    .toLowerCase();
}
