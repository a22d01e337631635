import type { Claim } from "../../core/claims/claim.ts";
import type { SpecTarget } from "../../core/claims/candidate.ts";
import type { Document, Inline, TableRow } from "../../core/document.ts";
import { entryKey, wordKey } from "../../core/entry-key.ts";
import type { Settings } from "../../core/settings.ts";
import { targetsIn } from "../progress/cell-title.ts";
import { documentTables, type NamedTable } from "../progress/document-tables.ts";
import { isSpecList, listedSpecs, type ListedSpec } from "./listed-specs.ts";
import { listedClaims } from "./listed-claims.ts";

/** What may follow the word for a spec in the header of a column that names specs: "Spec No.", "Spec directory". */
const more = /^(?:#|id|ids|no|nr|number|numbers|package|directory|dir|folder|path|link|ref|reference)$/;

/** References of the cells of a column for specs in which a number alone is one: `912`, `#912`, `001-seat-maps`, `956–958`. */
export function specColumns(document: Document, settings: Settings): Claim[] {
  return documentTables(document, settings).flatMap((named) =>
    named.table.rows.flatMap((row) => {
      const cell = specCell(named, row, settings);
      const scope = entryKey(row.cells[named.column("title") ?? 0]?.plain ?? "");
      const quote = row.cells.map(({ plain }) => plain).join(" | ");
      return cell === undefined ? [] : listed(cell).flatMap((one) => listedClaims(one, { document, scope, quote }));
    }),
  );
}

/** The specs that a row names in words or by links; failing that, in such a column. */
export function rowTargets(named: NamedTable, row: TableRow, settings: Settings): readonly SpecTarget[] {
  const said = targetsIn(row.cells);
  if (said.length > 0) return said;
  const cell = specCell(named, row, settings);
  return cell === undefined ? [] : listed(cell).flatMap(({ target }) => target ?? []);
}

function specCell({ table, column }: NamedTable, row: TableRow, { columns }: Settings): Inline | undefined {
  const at = column("spec");
  const cell = row.cells[at ?? -1];
  if (cell === undefined || !/\d{3}/.test(cell.text)) return undefined;
  const header = wordKey(table.header[at ?? -1]?.plain ?? "");
  const isNamed = columns.spec.some((alias) => {
    const key = wordKey(alias);
    return header === key || (header.startsWith(`${key} `) && more.test(header.slice(key.length + 1)));
  });
  return isNamed && isSpecList(cell) ? cell : undefined;
}

/** A number of one or two digits may say how many there are. */
function listed(cell: Inline): readonly ListedSpec[] {
  return listedSpecs(cell).filter(({ target }) => target === undefined || target.digits.length > 2);
}
