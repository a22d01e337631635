import type { Board } from "../../core/board.ts";
import { entryRoles, type EntryRole } from "../../core/claims/claim.ts";
import type { RenderOptions } from "../reporter.ts";
import { entryCard, entryRow, type ShownEntry } from "./entry-card.ts";
import { counted, html, type Markup } from "./markup.ts";
import { roleWords } from "./queue-summary.ts";

/** More entries without findings than these are folded away in columns of what is settled. */
const mostRows = 12;

/** The queue as a board: a column for each role of a section that holds an entry. */
export function boardSection(entries: readonly ShownEntry[], options: Pick<RenderOptions, "placeUrl">): Markup {
  const held = entryRoles.filter((role) => entries.some(({ entry }) => entry.role === role));
  const empty = entryRoles.filter((role) => !held.includes(role));
  return html`<section aria-labelledby="queue"><h2 id="queue">The queue ${[...new Set(entries.map(({ entry }) => entry.path))].map((path) => html`<span class="place">${path}</span>`)}</h2>
<div class="board">
${held.map((role) =>
  column(
    role,
    entries.filter(({ entry }) => entry.role === role),
    options,
  ),
)}</div>${empty.length === 0 ? undefined : html`<p class="none">No entries: ${empty.map((role) => roleWords[role].toLowerCase()).join(", ")}.</p>`}</section>
`;
}

/** Where there is no board, the number of entries is all that a report holds. */
export function missingBoard({ entries }: { readonly entries: Readonly<Record<EntryRole, number>> }): Markup {
  return html`<section aria-labelledby="queue"><h2 id="queue">The queue</h2>
<p>This page was made of a report alone, which counts entries and does not list them: ${entryRoles.map((role) => `${entries[role]} ${roleWords[role].toLowerCase()}`).join(", ")}.</p></section>
`;
}

/** The entries of a board with those of their findings that are shown. */
export function shownEntries(board: Board, shown: ReadonlySet<unknown>): ShownEntry[] {
  return board.entries.map((entry) => ({ entry, findings: entry.findings.filter((finding) => shown.has(finding)) }));
}

function column(role: EntryRole, entries: readonly ShownEntry[], options: Pick<RenderOptions, "placeUrl">): Markup {
  const settled = role === "promoted" || role === "superseded";
  const cards = settled ? entries.filter(needsRoom) : entries;
  const rows = settled ? entries.filter((one) => !needsRoom(one)) : [];
  const several = new Set(entries.map(({ entry }) => entry.section)).size > 1;
  return html`<section class="column" data-column="${role}" aria-labelledby="column-${role}">
<h3 id="column-${role}">${roleWords[role]} <span class="count" data-all="${entries.length}">${entries.length}</span></h3>
${
  cards.length === 0
    ? undefined
    : html`<ul>
${cards.map((one) => entryCard(one, { ...options, section: several ? one.entry.section : undefined }))}</ul>
`
}${rows.length === 0 ? undefined : listOf(rows, role)}</section>
`;
}

/** What is settled and fine needs a line; what has findings needs a card. */
function needsRoom({ entry, findings }: ShownEntry): boolean {
  return findings.length > 0 || entry.next;
}

function listOf(rows: readonly ShownEntry[], role: EntryRole): Markup {
  const list = html`<ul class="rows">
${rows.map(entryRow)}</ul>`;
  if (rows.length <= mostRows) return list;
  return html`<details class="fold"><summary>${counted(rows.length, "entry", "entries")} without findings</summary>
<div class="scroll" role="group" tabindex="0" aria-label="${roleWords[role]}, without findings">${list}</div></details>`;
}
