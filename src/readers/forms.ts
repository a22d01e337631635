import type { Table, TableRow } from "../core/document.ts";
import type { PlanRecord, Reader, ReaderContext } from "../core/record.ts";
import { blocksBySection } from "../records/blocks-by-section.ts";
import { formedUnit } from "../records/formed-unit.ts";
import { columnsOf, progressIn } from "../records/record-fields.ts";
import { recordOf } from "../records/record-of.ts";

type Place = ReaderContext & { readonly path: string; readonly sections: readonly string[] };

/** Rows whose first cell names a unit in a form of the layout: `| 3. Title | 2/3 | In progress |`. */
export const forms: Reader = (document, context) => ({
  records: blocksBySection(document.root).flatMap(({ block, sections }) =>
    block.kind === "table"
      ? block.rows.flatMap((row) => readRow(row, block, { ...context, path: document.path, sections }))
      : [],
  ),
  unread: [],
});

function readRow(row: TableRow, { header }: Table, place: Place): PlanRecord[] {
  const [first] = row.cells;
  const found = first === undefined ? undefined : formedUnit(first.plain, place);
  if (first === undefined || found === undefined) return [];
  const columns = columnsOf(header, place.layout);
  const status = row.cells[columns.indexOf("status")];
  const progress = row.cells[columns.indexOf("progress")];
  return [
    recordOf(found, {
      form: "row",
      title: first.plain,
      text: first.plain,
      location: first.location,
      quote: row.cells
        .map(({ plain }) => plain)
        .join(" | ")
        .slice(0, 160),
      sections: place.sections,
      status:
        status === undefined || status.plain === "" ? undefined : { text: status.plain, location: status.location },
      progress: progress === undefined ? undefined : progressIn(progress),
      mark: undefined,
      cells: [],
      extent: row.location,
    }),
  ];
}
