import type { Document, Inline, TableRow } from "../../core/document.ts";
import type { DocumentRole } from "../../core/document.ts";
import type { UnreadClaim } from "../../core/claims/claim.ts";
import { entryKey, wordKey } from "../../core/entry-key.ts";
import { stageOf } from "../../core/statuses.ts";
import type { Settings } from "../../core/settings.ts";
import { walkSections } from "../../documents/walk-sections.ts";
import { documentTables, type NamedTable } from "./document-tables.ts";

/** What a table is read for: a row without one of these columns is none. */
const needed: Readonly<Partial<Record<DocumentRole, readonly ("title" | "status")[]>>> = {
  ledger: ["title", "status"],
  roadmap: ["title"],
};

/** The rows of a ledger or roadmap that were read as nothing: cut off from their header, or below headers that name no title. */
export function unreadRows(document: Document, settings: Settings): UnreadClaim[] {
  const tables = documentTables(document, settings);
  const columns = needed[document.role] ?? [];
  const isRead = ({ column }: NamedTable): boolean => columns.every((name) => column(name) !== undefined);
  const read = tables.filter(isRead);
  // Without a single readable table the ledger itself is malformed, and says so.
  const others = document.role === "ledger" && read.length === 0 ? [] : tables.filter((named) => !isRead(named));
  const rows = others.flatMap((named) => tableRows(document, named, { settings, read }));
  return [...cutRows(document), ...read.flatMap((named) => twoStatuses(document, named)), ...oncePerDocument(rows)];
}

/** What may be a table of another kind is said once. */
function oncePerDocument(rows: readonly UnreadClaim[]): UnreadClaim[] {
  const first = rows.find(({ sign, certain }) => sign !== undefined && !certain);
  return rows.map((row) => (row.certain || row === first ? row : { ...row, sign: undefined }));
}

/** Lines of cells below a table that a blank line or a comment ended: without a header of their own they are a paragraph. */
export function cutRows(document: Document): UnreadClaim[] {
  return [...walkSections(document.root)].flatMap((section) => {
    // Between a table and what was cut off from it are comments and other rows only.
    let below = false;
    return section.blocks.flatMap((block): UnreadClaim[] => {
      const isRow = block.kind === "paragraph" && block.content.plain.startsWith("|");
      below = block.kind === "table" || (below && (block.kind === "html" || isRow));
      if (block.kind !== "paragraph" || block.quoted || !/^\|.*\|/.test(block.content.plain)) return [];
      return [
        {
          ...unread(document, block.content.plain, block.location),
          section: section.heading.plain,
          reason: below
            ? "a blank line or a comment cuts it off from the header of its table"
            : "it has no line of hyphens below a header",
          sign: below ? "the cells of a row below a table" : undefined,
        },
      ];
    });
  });
}

/** The rows of a table with a status in each, whose titles no header names. */
function tableRows(
  document: Document,
  named: NamedTable,
  { settings, read }: { settings: Settings; read: readonly NamedTable[] },
): UnreadClaim[] {
  const { table, section, column } = named;
  const status = column("status");
  if (status === undefined || status === 0 || column("title") !== undefined) return [];
  const isStated = ({ cells }: TableRow): boolean =>
    stageOf(cells[status]?.plain ?? "", settings.statuses) !== undefined;
  const isTitled = ({ cells }: TableRow): boolean => /\p{L}{2}/u.test(cells[0]?.plain ?? "");
  const most = table.rows.length / 2;
  if (table.rows.filter(isStated).length < most || table.rows.filter(isTitled).length < most) return [];
  const headers = table.header.map((cell) => `“${cell.plain}”`).join(", ");
  const isLike = isLikeCandidates(named) || read.some((other) => differsInTitle(table, other));
  return table.rows.map((row, index) => ({
    ...unread(document, wordsOf(row), row.location),
    section: section.heading.plain,
    reason: `none of the headers ${headers} names the column of titles`,
    // One finding is enough for a table.
    sign: index === 0 ? "a status in a column of its own" : undefined,
    certain: isLike,
  }));
}

/** Whether a table has columns that only a list of planned things has. */
function isLikeCandidates({ column }: NamedTable): boolean {
  return (["spec", "evidence", "reportedRole", "order"] as const).some((name) => column(name) !== undefined);
}

/** Whether the headers are those of a table that is read, but for the one above its titles. */
function differsInTitle({ header }: NamedTable["table"], { table, column }: NamedTable): boolean {
  const title = column("title");
  return (
    header.length === table.header.length &&
    header.every((cell, index) => index === title || wordKey(cell.plain) === wordKey(table.header[index]?.plain ?? ""))
  );
}

/** Of two columns with one name only the first is read. */
function twoStatuses(document: Document, { table, section, column }: NamedTable): UnreadClaim[] {
  const status = column("status");
  const key = wordKey(table.header[status ?? -1]?.plain ?? "");
  const second = table.header.findIndex((cell, index) => index !== status && key !== "" && wordKey(cell.plain) === key);
  const cell: Inline | undefined = table.header[second];
  if (cell === undefined) return [];
  return [
    {
      ...unread(document, cell.plain, cell.location),
      section: section.heading.plain,
      reason: `another column of the table is called “${table.header[status ?? 0]?.plain ?? ""}” as well`,
      sign: "a status for each row",
    },
  ];
}

function unread(document: Document, text: string, location: UnreadClaim["location"]) {
  const identity = `unread ${entryKey(text).slice(0, 80)}`;
  return { kind: "unread", document: document.role, identity, text, location, form: "row", certain: true } as const;
}

function wordsOf({ cells }: TableRow): string {
  return cells.map(({ plain }) => plain).join(" | ");
}
