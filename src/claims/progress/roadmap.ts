import type { Claim, Horizon, OrderingClaim, ReportedRoleClaim, RoadmapItemClaim } from "../../core/claims/claim.ts";
import type { Document, Inline, ListItem, Section, TableRow } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Settings } from "../../core/settings.ts";
import { fieldsOf } from "../queue/entry-fields.ts";
import { cellTitle, targetsIn } from "./cell-title.ts";
import { documentTables, type NamedTable } from "./document-tables.ts";
import { horizonOf } from "./horizon.ts";
import { reportedRoleIn } from "./reported-role.ts";
import { statusWord } from "./status-word.ts";

/** Bold words before a colon that label the list and title nothing. */
const labels =
  /^(?:owners?|goals?|why|notes?|themes?|targets?|dates?|due|risks?|outcomes?|scope|metrics?|milestones?|summary|context|update|specs?|.* specs?(?: .*)?)$/;

/** The claims that tables and Now, Next, Later lists of the roadmap make: items, and what they say about candidates. */
export function roadmapClaims(document: Document, settings: Settings): Claim[] {
  const rows = documentTables(document, settings).flatMap((table) =>
    table.table.rows.flatMap((row) => rowClaims(table, row, settings)),
  );
  return [...rows, ...sectionItems(document.root, undefined, settings)];
}

function rowClaims(named: NamedTable, row: TableRow, { statuses }: Settings): Claim[] {
  const at = (name: "title" | "status" | "reportedRole"): Inline | undefined => row.cells[named.column(name) ?? -1];
  const titleCell = at("title");
  const title = titleCell === undefined ? undefined : cellTitle(titleCell);
  if (titleCell === undefined || title === undefined) return [];
  const statusCell = at("status");
  const key = entryKey(title.text);
  const item: RoadmapItemClaim = {
    kind: "roadmap-item",
    document: "roadmap",
    identity: `row ${key}`,
    text: title.text,
    location: title.location,
    quote: [titleCell.plain, ...(statusCell === undefined ? [] : [statusCell.plain])].join(" | "),
    title: title.text,
    key,
    form: "row",
    horizon: horizonOf(named.section.heading.plain),
    status:
      statusCell === undefined
        ? undefined
        : statusWord(statusCell, `${titleCell.plain} | ${statusCell.plain}`, statuses),
    targets: targetsIn(row.cells),
  };
  return [
    item,
    ...reportedRoles(
      item,
      row.cells.filter((cell) => cell !== titleCell),
      at("reportedRole"),
    ),
  ];
}

/** A cell of any column may say it in the fixed phrases; the column for it also in one word. */
function reportedRoles(item: RoadmapItemClaim, cells: readonly Inline[], own: Inline | undefined): ReportedRoleClaim[] {
  const found = cells
    .map((cell) => ({ cell, reportedRole: reportedRoleIn(cell, cell === own) }))
    .find((one) => one.reportedRole !== undefined);
  if (found?.reportedRole === undefined) return [];
  const { cell, reportedRole } = found;
  return [
    {
      kind: "reported-role",
      document: item.document,
      identity: `posture ${item.key}`,
      text: cell.plain,
      location: cell.location,
      quote: `${item.title} | ${cell.plain}`,
      title: item.title,
      key: item.key,
      ...reportedRole,
    },
  ];
}

/** Bullets under a heading that names a horizon, also below headings that divide it. */
function sectionItems(section: Section, inherited: Horizon | undefined, settings: Settings): Claim[] {
  const horizon = horizonOf(section.heading.plain) ?? inherited;
  const items =
    horizon === undefined
      ? []
      : section.blocks
          .flatMap((block) => (block.kind === "list" ? block.items : []))
          .flatMap((item) => bulletClaims(item, horizon, settings));
  return [
    ...items,
    ...section.children.flatMap((child) =>
      sectionItems(child, child.level > section.level ? horizon : undefined, settings),
    ),
  ];
}

function bulletClaims(item: ListItem, horizon: Horizon, settings: Settings): Claim[] {
  const [field] = fieldsOf(item, settings);
  const title = cellTitle(item.content);
  // "- **Owner**: Ada" is not an item; what `**Active specs**: 122` names is read as a keyed line.
  if (title === undefined || (field !== undefined && (field.names.length > 0 || labels.test(field.key)))) return [];
  const key = entryKey(title.text);
  const claim: RoadmapItemClaim = {
    kind: "roadmap-item",
    document: "roadmap",
    identity: `bullet ${key}`,
    text: title.text,
    location: title.location,
    quote: item.content.plain,
    title: title.text,
    key,
    form: "bullet",
    horizon,
    status: undefined,
    targets: targetsIn([item.content]),
  };
  const reportedRole = reportedRoleIn(item.content, false);
  if (reportedRole === undefined) return [claim];
  return [
    claim,
    {
      kind: "reported-role",
      document: "roadmap",
      identity: `posture ${key}`,
      text: item.content.plain,
      location: item.content.location,
      title: claim.title,
      key,
      ...reportedRole,
    },
  ];
}

/** Orders of work that a document beside the queue keeps: tables with ranks, and numbered lists. */
export function orderings(document: Document, settings: Settings): OrderingClaim[] {
  const tables = documentTables(document, settings).flatMap((named): OrderingClaim[] => {
    const title = named.column("title");
    if (named.column("order") === undefined || title === undefined) return [];
    const cells = named.table.rows.flatMap((row) => row.cells[title] ?? []);
    return [ordering(document, named.section, cells)];
  });
  return [...tables, ...numberedLists(document, document.root)];
}

function numberedLists(document: Document, section: Section): OrderingClaim[] {
  const lists = section.blocks.flatMap((block) => (block.kind === "list" && block.ordered ? [block] : []));
  const own = lists.map((list) =>
    ordering(
      document,
      section,
      list.items.map((item) => item.content),
    ),
  );
  return [...own, ...section.children.flatMap((child) => numberedLists(document, child))];
}

function ordering(document: Document, section: Section, cells: readonly Inline[]): OrderingClaim {
  const titles = cells.flatMap((cell) => cellTitle(cell) ?? []);
  const first = titles[0];
  return {
    kind: "ordering",
    document: document.role,
    identity: "order",
    text: titles.map((title) => title.text).join(", "),
    location: first?.location ?? section.location,
    keys: titles.map((title) => entryKey(title.text)),
  };
}
