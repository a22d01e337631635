import type {
  Claim,
  EvidenceClaim,
  LedgerRowClaim,
  MalformedClaim,
  StatusLegendClaim,
} from "../../core/claims/claim.ts";
import type { Document, Inline, TableRow } from "../../core/document.ts";
import type { AbsenceKind } from "../../core/absence-words.ts";
import { entryKey } from "../../core/entry-key.ts";
import { stageOf } from "../../core/statuses.ts";
import type { Settings } from "../../core/settings.ts";
import { spanAt } from "../../documents/span-at.ts";
import { walkSections } from "../../documents/walk-sections.ts";
import { cellTitle } from "./cell-title.ts";
import { AbsenceReader } from "../references/absence.ts";
import { pathIn } from "../references/path-in-code.ts";
import { rowTargets } from "../references/spec-columns.ts";
import { documentTables, type NamedTable } from "./document-tables.ts";
import { statusWord } from "./status-word.ts";

/** The claims of the implementation ledger: its rows, what they give as evidence, and the status words that it defines. */
export function ledgerClaims(document: Document, settings: Settings): Claim[] {
  const tables = documentTables(document, settings);
  const absence = new AbsenceReader(settings.absence);
  const rows = tables.flatMap((named) => named.table.rows.flatMap((row) => readRow(row, named, { settings, absence })));
  const unread = rows.length > 0 ? [] : tables.flatMap(unreadTable);
  const stated: readonly Claim[] = legend(document);
  return stated.concat(rows, unread);
}

interface RowContext {
  readonly settings: Settings;
  readonly absence: AbsenceReader;
}

function readRow(row: TableRow, named: NamedTable, context: RowContext): readonly Claim[] {
  const cell = (name: "title" | "status" | "evidence"): Inline | undefined => row.cells[named.column(name) ?? -1];
  const [titleCell, statusCell] = [cell("title"), cell("status")];
  const title = titleCell === undefined ? undefined : cellTitle(titleCell);
  if (titleCell === undefined || statusCell === undefined || title === undefined) return [];
  const key = entryKey(titleCell.plain);
  const text = `${titleCell.plain} | ${statusCell.plain}`;
  const word = statusWord(statusCell, text, context.settings.statuses);
  const targets = rowTargets(named, row, context.settings);
  const claim: LedgerRowClaim = {
    kind: "ledger-row",
    document: "ledger",
    identity: key,
    text,
    location: titleCell.location,
    title: titleCell.plain,
    key,
    status: statusCell.plain,
    word: word ?? { text: "", location: statusCell.location, quote: text },
    targets,
  };
  const evidence = cell("evidence");
  return [claim, ...(evidence === undefined ? [] : evidenceClaims(evidence, claim, context))];
}

function evidenceClaims(cell: Inline, row: LedgerRowClaim, { absence, settings }: RowContext): EvidenceClaim[] {
  const ofStatus = absenceOf(row.status, settings);
  const base = { kind: "evidence", document: "ledger", row: row.key } as const;
  const codes = cell.codes.filter((code) => spanAt(cell.links, code.location.offset) === undefined);
  const links = cell.links
    .filter(({ url }) => !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url))
    .map((link) => ({ text: link.text, location: link.location, path: link.url.split(/[#?]/, 1)[0], isLink: true }));
  const spans = [
    ...codes.map((code) => ({
      text: code.text,
      location: code.location,
      path: pathIn(code.text, "anchor"),
      isLink: false,
    })),
    ...links,
  ];
  const paths = spans.flatMap(({ text, location, path, isLink }): EvidenceClaim[] =>
    path === undefined || path === ""
      ? []
      : [
          {
            ...base,
            identity: `${row.key}/${path}`,
            text,
            location,
            quote: `${row.title} | ${text}`,
            form: "path",
            target: path,
            isLink,
            absence:
              ofStatus ??
              absence.absenceOf({
                inline: cell,
                offset: location.offset,
                endOffset: location.endOffset,
                isProse: false,
                above: [],
              }),
          },
        ],
  );
  return [...paths, ...commitClaims(cell, row)];
}

/** What is planned has no evidence yet; what was given up may have none any more. */
function absenceOf(status: string, { statuses }: Settings): AbsenceKind | undefined {
  const stage = stageOf(status, statuses);
  if (stage === "closed") return "gone";
  return stage === "planned" || stage === "waiting" ? "planned" : undefined;
}

/** Object names in code, or after the word "commit". A word of hexadecimal letters without a digit ("facade") is a word. */
function commitClaims(cell: Inline, row: LedgerRowClaim): EvidenceClaim[] {
  return cell.codes.flatMap((code): EvidenceClaim[] => {
    const id = /^(?:commit )?([0-9a-f]{7,64})$/i.exec(code.text.trim())?.[1];
    if (id === undefined || !/\d/.test(id) || (!/[a-f]/i.test(id) && id.length < 12)) return [];
    return [
      {
        kind: "evidence",
        document: "ledger",
        identity: `${row.key}/${id}`,
        text: code.text,
        location: code.location,
        quote: `${row.title} | ${code.text}`,
        row: row.key,
        form: "commit",
        target: id.toLowerCase(),
        isLink: false,
        absence: undefined,
      },
    ];
  });
}

/** The status words that the ledger explains in a list under a heading of its own. */
function legend(document: Document): StatusLegendClaim[] {
  const sections = [...walkSections(document.root)].filter((section) =>
    /^(?:status(?:es)?|maturity|rungs?|legend)\b.*|\b(?:legend|ladder|status model)$/i.test(section.heading.plain),
  );
  return sections
    .flatMap((section) => section.blocks)
    .flatMap((block) => (block.kind === "list" ? block.items : []))
    .flatMap(({ content }): StatusLegendClaim[] => {
      const first = [...content.codes, ...content.strongs].find(
        (span) => span.location.offset === content.location.offset,
      );
      const word = first?.text.replace(/:$/, "").trim();
      if (first === undefined || word === undefined || word === "") return [];
      return [
        {
          kind: "status-legend",
          document: "ledger",
          identity: `legend ${entryKey(word)}`,
          text: content.plain,
          location: first.location,
          word,
        },
      ];
    });
}

/** A table that looks like the ledger's, but lacks a column. Only said when the ledger has no readable table at all. */
function unreadTable({ table, column }: NamedTable): MalformedClaim[] {
  const missing = (["title", "status"] as const).filter((name) => column(name) === undefined);
  if (missing.length !== 1 || table.header.length < 2) return [];
  const headers = table.header.map((cell) => `“${cell.plain}”`).join(", ");
  const message = `the ledger's table has no column for the ${missing[0] === "title" ? "thing" : "status"}, its headers are ${headers}; rename one, or list its header under columns.${missing.join()} in the configuration`;
  return [
    {
      kind: "malformed",
      document: "ledger",
      identity: `columns ${headers}`,
      text: headers,
      location: table.header[0]?.location ?? table.location,
      message,
    },
  ];
}
