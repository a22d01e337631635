import type { Board } from "../../core/board.ts";
import { entryRoles, type EntryRole } from "../../core/claims/claim.ts";
import type { AuditReport } from "../../core/finding.ts";
import { counted, html, type Markup } from "./markup.ts";

export const roleWords: Readonly<Record<EntryRole, string>> = {
  active: "Active",
  manual: "Manual only",
  deferred: "Deferred",
  promoted: "Promoted",
  superseded: "Superseded",
};

/** How many entries each section has, as links that filter, and which one may be picked next. */
export function queueSummary(
  { entries, specs }: Pick<AuditReport, "entries" | "specs">,
  board: Board | undefined,
): Markup {
  const next = board?.entries.find((entry) => entry.next);
  return html`<ul class="roles">
${entryRoles.map(
  (role) => html`<li><a href="#section=${role}">${roleWords[role]} <b>${entries[role]}</b></a></li>
`,
)}<li class="quiet">${counted(specs, "spec package")}</li></ul>
${
  board === undefined
    ? undefined
    : html`<p class="pickable">${next === undefined ? "An automatic picker may take nothing now." : html`Next for an automatic picker: <b>${next.title}</b>${next.priority === undefined ? undefined : ` (${next.priority})`}`}</p>
`
}`;
}
