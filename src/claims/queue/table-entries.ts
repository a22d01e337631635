import type { Field } from "../../core/claims/claim.ts";
import type { Inline, Table, TableRow } from "../../core/document.ts";
import type { ColumnName, FieldName, Settings } from "../../core/settings.ts";
import { sliceInline } from "../../documents/slice-inline.ts";
import { cellTitle, targetsIn } from "../progress/cell-title.ts";
import { columnsOf } from "../progress/document-tables.ts";
import { numberAt } from "../references/plain-target.ts";
import { namesOf } from "./entry-fields.ts";
import { headingTitle, type EntryTitle } from "./entry-title.ts";
import { isEmptiness } from "./note-openings.ts";
import { struckStart } from "./struck-entry.ts";
import type { EntryPlace, RawEntry } from "./raw-entry.ts";

/** Known fields that a column holds, whatever its header is called in the language of the document. */
const fieldsOfColumns: Readonly<Partial<Record<ColumnName, FieldName>>> = { status: "status", order: "priority" };

/** Where the columns of a table are. */
interface Columns {
  readonly title: number;
  readonly spec: number | undefined;
  readonly fields: ReadonlyMap<number, FieldName>;
}

/** The entries that the rows of a table are; none where no header says which column holds titles. */
export function tableEntries(table: Table, place: EntryPlace): RawEntry[] {
  if (!place.settings.shapes.includes("row")) return [];
  const columns = columnsIn(table, place);
  return columns === undefined ? [] : table.rows.flatMap((row) => rowEntry(row, { table, columns }, place) ?? []);
}

function columnsIn(table: Table, { settings, role }: EntryPlace): Columns | undefined {
  const column = columnsOf(table.header, settings.columns);
  const spec = column("spec") ?? (role === "promoted" ? firstOfSpecs(table) : undefined);
  const named = column("title");
  // Where everything became a spec, a table that names specs lists what did, whatever its headers are called.
  const title = named ?? (role === "promoted" ? firstOfWords(table) : undefined);
  if (title === undefined || title === spec) return undefined;
  const fields = new Map<number, FieldName>();
  for (const [name, field] of Object.entries(fieldsOfColumns) as [ColumnName, FieldName][]) {
    const index = column(name);
    if (index !== undefined && index !== title) fields.set(index, field);
  }
  return { title, spec, fields };
}

function firstOfWords({ header, rows }: Table): number | undefined {
  if (!rows.some((row) => row.cells.some(namesSpec))) return undefined;
  const index = header.findIndex((_cell, at) =>
    rows.every((row) => /\p{L}{2}/u.test(row.cells[at]?.plain ?? "") && !namesSpec(row.cells[at])),
  );
  return index === -1 ? undefined : index;
}

/** The first column in which a row names a spec, and none says anything else than a spec or nothing. */
function firstOfSpecs({ header, rows }: Table): number | undefined {
  const index = header.findIndex(
    (_cell, at) =>
      rows.some((row) => namesSpec(row.cells[at])) &&
      rows.every((row) => namesSpec(row.cells[at]) || isEmptiness(row.cells[at]?.plain ?? "")),
  );
  return index === -1 ? undefined : index;
}

function namesSpec(cell: Inline | undefined): boolean {
  return cell !== undefined && (targetsIn([cell]).length > 0 || numberAt(cell, 0) !== undefined);
}

interface RowContext {
  readonly table: Table;
  readonly columns: Columns;
}

function rowEntry(row: TableRow, context: RowContext, { settings, group, removed }: EntryPlace): RawEntry | undefined {
  const { columns, table } = context;
  const cell = row.cells[columns.title];
  const struck = cell === undefined ? undefined : struckStart(cell);
  const line = struck?.title ?? cell;
  const title = line === undefined ? undefined : rowTitle(line, row.cells[columns.spec ?? -1]);
  if (line === undefined || title === undefined) return undefined;
  const others = row.cells.flatMap((cell, index) => (index === columns.title || cell.plain === "" ? [] : [index]));
  return {
    title,
    line,
    fields: others.flatMap((index) => {
      const [label, cell] = [table.header[index], row.cells[index]];
      return label === undefined || cell === undefined ? [] : [toField(label, cell, { columns, index, settings })];
    }),
    body: others.flatMap((index) => row.cells[index] ?? []),
    mark: undefined,
    struck: struck !== undefined,
    group,
    removed,
    extent: row.location,
  };
}

function rowTitle(line: Inline, spec: Inline | undefined): EntryTitle | undefined {
  const words = cellTitle(line);
  if (words === undefined || isEmptiness(line.plain)) return undefined;
  const start = words.location.offset - line.location.offset;
  const whole = headingTitle(line);
  const inSpec = spec === undefined ? [] : targetsIn([spec]);
  const number = spec === undefined || inSpec.length > 0 ? undefined : numberAt(spec, 0)?.target;
  const end = words.location.endOffset - line.location.offset;
  return {
    ...whole,
    title: headingTitle(sliceInline(line, start, end)).title,
    shape: "row",
    targets: [...whole.targets, ...inSpec, ...(number === undefined ? [] : [number])],
    bodyStart: Math.max(end, whole.targets.length > 0 ? whole.bodyStart : end),
  };
}

function toField(
  label: Inline,
  cell: Inline,
  { columns, index, settings }: { columns: Columns; index: number; settings: Settings },
): Field {
  const key = label.plain.toLowerCase();
  const own = columns.fields.get(index);
  const names = namesOf(key, settings).filter((name) => name !== own);
  return {
    text: `${label.plain}: ${cell.plain}`,
    location: cell.location,
    label: label.plain,
    key,
    names: own === undefined ? names : [own, ...names],
    value: cell,
    items: [],
  };
}
