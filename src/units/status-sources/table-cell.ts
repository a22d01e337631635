import type { StatusReader } from "../status-source.ts";
import { headerLines, type NumberedLine } from "../unit-file.ts";

/** A table above the first section: the first cell below a header, or the one beside a label. */
export const tableCell: StatusReader = ({ file, labels }) => {
  if (file === undefined) return undefined;
  const rows = headerLines(file).filter(({ text }) => /^\s*\|/.test(text));
  const [header, ruler, first] = rows;
  const column = header === undefined ? -1 : cells(header).findIndex((cell) => labels.includes(plain(cell)));
  if (column > 0 || (column === 0 && cells(first ?? empty).length !== 2)) {
    if (ruler === undefined || first === undefined || !/^[\s|:-]+$/.test(ruler.text)) return undefined;
    const text = cells(first)[column];
    return text === undefined || text === "" ? undefined : { text, location: file.locate(first.line) };
  }
  const row = rows.find((one) => cells(one).length === 2 && labels.includes(plain(cells(one)[0] ?? "")));
  const text = row === undefined ? "" : (cells(row)[1] ?? "");
  return row === undefined || text === "" || /^[\s:-]+$/.test(text)
    ? undefined
    : { text, location: file.locate(row.line) };
};

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
