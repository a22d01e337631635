import type { Inline, ListItem, Table, TableRow } from "../../core/document.ts";
import { targetsIn } from "../progress/cell-title.ts";
import type { Settings } from "../../core/settings.ts";
import { columnsOf } from "../progress/document-tables.ts";
import { bulletTitle } from "./entry-title.ts";
import { isTitleLike } from "./title-words.ts";

/** What the parts of a section are judged by. */
export interface AccountContext {
  readonly settings: Settings;
  readonly isTaken: (offset: number) => boolean;
  /** Whether a row at an offset only repeats an entry. */
  readonly repeats: (offset: number) => boolean;
  readonly promoted: boolean;
  /** Whether rows, and whether bullets, of the section are entries. */
  readonly rows: boolean;
  readonly bullets: boolean;
}

/** So many words at most are taken for a title that only its siblings make one. */
const mostWords = 8;

/** What makes a bullet look like an entry that was not read: an arrow to a spec, or siblings that are entries. */
export function itemSign(item: ListItem, siblings: number, context: AccountContext): string | undefined {
  const pointed = arrowSign(item);
  if (pointed !== undefined || siblings === 0) return pointed;
  return (context.promoted ? endsWithSpec(item.content) : undefined) ?? siblingSign(item.content, siblings, context);
}

function endsWithSpec(content: Inline): string | undefined {
  const [target] = targetsIn([content]);
  return target !== undefined && content.plain.length <= 100 && content.plain.endsWith(target.text)
    ? `siblings that are entries, and the name of Spec ${target.digits} at its end`
    : undefined;
}

function siblingSign({ plain }: Inline, siblings: number, { settings }: AccountContext): string | undefined {
  if (siblings < 2 || settings.shapes.includes("plain")) return undefined;
  return isTitleLike(plain) && plain.split(/\s+/).length <= mostWords ? "siblings that are entries" : undefined;
}

function arrowSign(item: ListItem): string | undefined {
  const target = bulletTitle(item, ["arrow"])?.targets[0];
  return target === undefined ? undefined : `an arrow to ${target.text}`;
}

/** What makes a paragraph look like an entry: a row of a table that lost its header, an arrow to a spec, or a title where bullets begin with one. */
export function paragraphSign(content: Inline, { bullets, rows, promoted }: AccountContext): string | undefined {
  const item: ListItem = { kind: "item", content, blocks: [], location: content.location };
  const pointed = arrowSign(item);
  if (content.plain.startsWith("|")) return rows ? "the cells of a row below a table of entries" : pointed;
  if (pointed !== undefined) return pointed;
  const named = promoted ? endsWithSpec(content) : undefined;
  if (named !== undefined) return named;
  const titled = bullets ? bulletTitle(item, ["bold", "code"], true) : undefined;
  return titled?.title.includes(" ") === true ? "siblings that are entries, and begins with a title" : undefined;
}

/** What makes a row look like an entry: a spec in one of its cells, or a column that only a list of candidates has. */
export function rowSign(row: TableRow, table: Table, { settings, promoted, rows }: AccountContext): string | undefined {
  const column = columnsOf(table.header, settings.columns);
  const [target] = targetsIn(row.cells);
  if (promoted && target !== undefined) return `the name of Spec ${target.digits} in a cell`;
  if (column("title") !== undefined) return undefined;
  const known = (["order", "status", "spec"] as const).filter((name) => column(name) !== undefined);
  return known.length >= 2 || (rows && known.length > 0) ? "columns like those of candidates" : undefined;
}
