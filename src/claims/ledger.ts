import type { LedgerRowClaim } from "../core/claim.ts";
import type { Block, Document, Inline, Section, Table } from "../core/document.ts";
import { entryKey } from "../core/entry-key.ts";
import { specMentions, targetOfPath } from "./spec-target.ts";

const titleWords = /^(?:capability|item|feature|entry|candidate|name|title|area|module|slice|epic)s?\b/i;
const statusWords = /^(?:status|state|maturity|stage|rung)\b/i;

/** Rows of every table that has a column for the thing and one for its status, found by their header words. */
export function ledgerRows(document: Document): LedgerRowClaim[] {
  return tablesOf(document.root).flatMap((table) => {
    const title = table.header.findIndex((cell) => titleWords.test(cell.plain));
    const status = table.header.findIndex((cell) => statusWords.test(cell.plain));
    if (title === -1 || status === -1) return [];
    return table.rows.flatMap((row) => rowClaim(row.cells, row.cells[title], row.cells[status]));
  });
}

function rowClaim(cells: readonly Inline[], title: Inline | undefined, status: Inline | undefined): LedgerRowClaim[] {
  if (title === undefined || status === undefined || title.plain === "") return [];
  const key = entryKey(title.plain);
  const mentioned = cells.flatMap((cell) => specMentions(cell).flatMap((mention) => mention.targets));
  const linked = cells.flatMap((cell) => cell.links).flatMap((link) => {
    const target = targetOfPath(link.url);
    return target === undefined ? [] : [{ ...target, text: link.text, location: link.location }];
  });
  return [{
    kind: "ledger-row", document: "ledger", identity: key, text: `${title.plain} | ${status.plain}`, location: title.location,
    title: title.plain, key, status: status.plain, targets: mentioned.length > 0 ? mentioned : linked,
  }];
}

function tablesOf(section: Section): Table[] {
  return [...section.blocks.filter((block: Block): block is Table => block.kind === "table"), ...section.children.flatMap(tablesOf)];
}
