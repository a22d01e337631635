import type { Inline, Table, TableRow } from "../core/document.ts";
import type { RecordColumn } from "../core/layout.ts";
import type { PlanRecord, Reader, ReaderContext, RecordCell } from "../core/record.ts";
import {
  linkedUnits,
  namedUnit,
  numberedUnit,
  type NamingContext,
  type ResolvedReference,
} from "../records/cell-references.ts";
import { columnsOf, progressIn } from "../records/record-fields.ts";
import { blocksBySection } from "../records/blocks-by-section.ts";
import { recordOf } from "../records/record-of.ts";
import type { Quotation } from "../core/quotation.ts";

/** Tables whose rows are about units, one each: the column that names most of them is the key. */
export const table: Reader = (document, context) => {
  const records: PlanRecord[] = [];
  const unread: Quotation[] = [];
  const naming = {
    units: context.units,
    sources: context.source.units.length === 0 ? undefined : context.source.units,
    path: document.path,
    isNamed: context.source.paths.length > 0,
  };
  for (const { block, sections } of blocksBySection(document.root)) {
    if (block.kind !== "table") continue;
    const reading = readTable(block, sections, { ...context, naming });
    records.push(...reading.records);
    unread.push(...reading.unread);
  }
  return { records, unread };
};

type TableNaming = NamingContext & { readonly isNamed: boolean };
type TableContext = ReaderContext & { readonly naming: TableNaming };

interface ReadRow {
  readonly row: TableRow;
  readonly title: Inline | undefined;
  readonly found: ResolvedReference | undefined;
}

function readTable(table: Table, sections: readonly string[], context: TableContext) {
  const columns = columnsOf(table.header, context.layout);
  const keyed = keyColumn(table, columns, context.naming);
  if (keyed === undefined) return { records: [], unread: [] };
  const { key, rows } = keyed;
  const roles = columns.map((role, index) => (index === key ? "id" : role));
  const records = rows.flatMap(({ row, title, found }): PlanRecord[] => {
    const cell = row.cells[key];
    if (found === undefined || cell === undefined) return [];
    const cells = cellsOf(table, row, roles);
    const [status] = cells.filter(({ column }) => column === "status");
    const progressCell = row.cells[roles.indexOf("progress")];
    return [
      recordOf(found, {
        form: "row",
        title: titleOf(cell, title, found),
        text: cell.plain,
        location: cell.location,
        quote: row.cells
          .map(({ plain }) => plain)
          .join(" | ")
          .slice(0, 160),
        sections,
        status: status?.text === "" ? undefined : withStrikes(status, row.cells[roles.indexOf("status")]),
        progress: progressCell === undefined ? undefined : progressIn(progressCell),
        mark: undefined,
        cells,
        extent: row.location,
      }),
    ];
  });
  const unread = rows
    .filter(({ row, found }) => found === undefined && row.cells.some(({ plain }) => plain.trim() !== ""))
    .map(({ row }): Quotation => ({
      text: row.cells
        .map(({ plain }) => plain)
        .join(" | ")
        .slice(0, 160),
      location: row.location,
    }));
  return { records, unread };
}

/** The words of the key, unless they are a number or the name of the unit: then those beside it. */
function titleOf({ plain }: Inline, beside: Inline | undefined, { resolution }: ResolvedReference): string {
  const isName = resolution.kind === "found" && plain.includes(resolution.unit.name.text.replace(/\.\w+$/, ""));
  return (isName || /^\W*(?:[A-Za-z]+[-\s#]*)?\d[\w.-]*$/.test(plain) ? beside?.plain : plain) || plain;
}

/** What is struck out is no longer so: the words as they are written tell. */
function withStrikes(status: RecordCell | undefined, cell: Inline | undefined): Quotation | undefined {
  return status !== undefined && cell?.text.includes("~~") === true ? { ...status, text: cell.text.trim() } : status;
}

/** More than half of the rows must name a unit, each another one, or it is not a list of units. */
function keyColumn(table: Table, columns: readonly (RecordColumn | undefined)[], naming: TableNaming) {
  const titleAt = columns.indexOf("title");
  const read = (index: number, find: (cell: Inline, title: string) => ResolvedReference | undefined) => {
    const rows = table.rows.map((row): ReadRow => {
      const title = row.cells[titleAt === -1 || titleAt === index ? index + 1 : titleAt];
      const cell = row.cells[index];
      return { row, title, found: cell === undefined ? undefined : find(cell, title?.plain ?? "") };
    });
    return { key: index, rows, hits: distinctHits(rows) };
  };
  const indexes = table.header.map((_cell, index) => index);
  const exact = indexes.map((index) => read(index, (cell) => linkedUnits(cell, naming)[0] ?? namedUnit(cell, naming)));
  // A number alone says nothing in a document that nobody named: what it counts may be anything.
  const isId = (index: number): boolean => naming.isNamed && (columns[index] === "id" || index === 0);
  const numbers = indexes
    .filter(isId)
    .map((index) =>
      read(
        index,
        (cell, title) =>
          linkedUnits(cell, naming)[0] ?? (cell.links.length > 0 ? undefined : numberedUnit(cell.plain, title, naming)),
      ),
    );
  const best = [...exact, ...numbers].reduce<ReturnType<typeof read> | undefined>(
    (most, one) => (most === undefined || one.hits > most.hits ? one : most),
    undefined,
  );
  return best !== undefined && best.hits > 0 && best.hits * 2 >= table.rows.length ? best : undefined;
}

function distinctHits(rows: readonly ReadRow[]): number {
  const seen = rows.flatMap(({ found }) => {
    if (found?.resolution.kind === "found" || found?.resolution.kind === "moved") return [found.resolution.unit.path];
    return found?.by === "path" || found?.resolution.kind === "several" ? [found.reference.text] : [];
  });
  return new Set(seen).size;
}

function cellsOf(table: Table, row: TableRow, roles: readonly (RecordColumn | undefined)[]): RecordCell[] {
  // A table shows only as many cells as it has columns.
  return row.cells.slice(0, table.header.length).map((cell, index) => ({
    text: cell.plain,
    location: cell.location,
    column: roles[index],
    header: table.header[index]?.plain ?? "",
  }));
}
