import type {
  Claim,
  Horizon,
  OrderingClaim,
  ReportedRoleClaim,
  RoadmapItemClaim,
  StatusWord,
} from "../../core/claims/claim.ts";
import type { Document, Inline, ListItem, Section, TableRow } from "../../core/document.ts";
import { entryKey } from "../../core/entry-key.ts";
import type { Settings } from "../../core/settings.ts";
import { statusOf } from "../../core/statuses.ts";
import { quotedSlice } from "../../documents/slice-inline.ts";
import { fieldsOf } from "../queue/entry-fields.ts";
import { rowTargets } from "../references/spec-columns.ts";
import { cellTitle, targetsIn } from "./cell-title.ts";
import { documentTables, type NamedTable } from "./document-tables.ts";
import { horizonOf, isLane } from "./horizon.ts";
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
  return [...rows, ...sectionItems(document.root, outside, settings)];
}

function rowClaims(named: NamedTable, row: TableRow, settings: Settings): Claim[] {
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
        ? signBefore(titleCell, settings)
        : statusWord(statusCell, `${titleCell.plain} | ${statusCell.plain}`, settings.statuses),
    targets: rowTargets(named, row, settings),
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

/** What a list of the roadmap is under. */
interface Lane {
  readonly horizon: Horizon | undefined;
  /** False below a heading that says neither when nor in which phase; then only bullets with a box are items. */
  readonly isLane: boolean;
}

/** Bullets and headings under a heading that is a lane, also below headings that divide it, and bullets with a box anywhere. */
function sectionItems(section: Section, inherited: Lane, settings: Settings): Claim[] {
  const lane = laneOf(section, inherited);
  const items = section.blocks
    .flatMap((block) => (block.kind === "list" ? block.items : []))
    .flatMap((item) => (lane.isLane || isBox(item) ? bulletClaims(item, lane.horizon, settings) : []));
  return [
    ...items,
    ...section.children.flatMap((child) => {
      const below = child.level > section.level ? lane : outside;
      return [...headingClaims(child, below, settings), ...sectionItems(child, below, settings)];
    }),
  ];
}

const outside: Lane = { horizon: undefined, isLane: false };

function laneOf({ heading: { plain } }: Section, inherited: Lane): Lane {
  const horizon = horizonOf(plain);
  if (horizon !== undefined) return { horizon, isLane: true };
  return isLane(plain) ? { horizon: inherited.horizon, isLane: true } : inherited;
}

function isBox({ mark }: ListItem): boolean {
  return mark !== undefined && /^[ x]$/i.test(mark);
}

/** `### Seat maps` below a lane, with nothing but words and fields of its own: anything else divides the lane. */
function headingClaims({ heading, blocks, children }: Section, lane: Lane, settings: Settings): Claim[] {
  const title = cellTitle(heading);
  const isWhole = blocks.every(
    (block) =>
      block.kind === "paragraph" ||
      (block.kind === "list" && block.items.every((item) => fieldsOf(item, settings).length > 0)),
  );
  if (!lane.isLane || title === undefined || !isWhole || children.length > 0 || isLane(heading.plain)) return [];
  const key = entryKey(title.text);
  const item: RoadmapItemClaim = {
    kind: "roadmap-item",
    document: "roadmap",
    identity: `heading ${key}`,
    text: title.text,
    location: title.location,
    quote: heading.plain,
    title: title.text,
    key,
    form: "heading",
    horizon: lane.horizon,
    status: signBefore(heading, settings),
    targets: targetsIn([heading]),
  };
  return [item];
}

/** ✅ in front of a title, where the statuses know the sign. */
function signBefore(inline: Inline, { statuses }: Settings): StatusWord | undefined {
  const lead = inline.text.search(/[\p{L}\p{N}`*_[“"]/u);
  const sign = lead <= 0 ? undefined : quotedSlice(inline, 0, lead);
  return sign === undefined || statusOf(sign.text, statuses) === undefined
    ? undefined
    : { ...sign, quote: inline.plain };
}

/** A box that is ticked says it itself; an open one is not among what is done. */
function horizonOfBox({ mark }: ListItem, horizon: Horizon | undefined): Horizon | undefined {
  if (mark?.toLowerCase() === "x") return "done";
  return mark === " " && horizon === "done" ? undefined : horizon;
}

function bulletClaims(item: ListItem, horizon: Horizon | undefined, settings: Settings): Claim[] {
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
    horizon: horizonOfBox(item, horizon),
    status: signBefore(item.content, settings),
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
