import type { BoardEntry, EntrySpec } from "../../core/board.ts";
import { severities, type Finding } from "../../core/finding.ts";
import type { RenderOptions } from "../reporter.ts";
import { findingBlock } from "./finding-block.ts";
import { counted, html, linkedPlace, marked, type Markup } from "./markup.ts";
import { severityMark, severityWords } from "./severity-mark.ts";
import { worstFirst } from "./start-here.ts";

/** An entry with the findings of it that the page shows. */
export interface ShownEntry {
  readonly entry: BoardEntry;
  readonly findings: readonly Finding[];
}

export interface CardOptions extends Pick<RenderOptions, "placeUrl"> {
  /** Said when the column holds entries of several sections. */
  readonly section: string | undefined;
}

/** An entry as a card. */
export function entryCard({ entry, findings }: ShownEntry, { section, placeUrl }: CardOptions): Markup {
  const { title, priority, specs, path, line, next } = entry;
  return html`<li class="entry card" data-section="${entry.role}">
<h4>${marked(title)}</h4>
<p class="facts">${next ? html`<b class="tag new">next pick</b> ` : undefined}${priority === undefined ? undefined : html`<b class="tag" title="priority">${priority}</b> `}${specs.map(specWords)}<span class="place">${linkedPlace(`line ${line}`, { path, line }, placeUrl)}</span>${section === undefined ? undefined : html` <span class="place">${section}</span>`}</p>
${
  findings.length === 0
    ? undefined
    : html`<details open><summary>${tally(findings)}</summary>
${worstFirst(findings).map((finding) => findingBlock(finding, { home: path, ...(placeUrl === undefined ? {} : { placeUrl }) }))}</details>
`
}</li>
`;
}

/** An entry about which there is nothing to say, in one line: what a list of hundreds is made of. */
export function entryRow({ entry: { title, specs, role } }: ShownEntry): Markup {
  return html`<li class="entry row" data-section="${role}">${specs.length === 0 ? undefined : html`<b><span class="unseen">Spec </span>${specs.map(({ digits, exists }) => (exists ? digits : `${digits}?`)).join(", ")}</b> `}<span>${marked(title)}</span>${specs.map(progress)}</li>
`;
}

/** "1 error, 2 warnings" with their marks. */
function tally(findings: readonly Finding[]): Markup[] {
  return severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [html`${severityMark(severity, counted(count, ...severityWords[severity]))} `];
  });
}

function specWords(spec: EntrySpec): Markup {
  const { digits, slug, exists } = spec;
  return html`<span class="spec"><b>Spec ${digits}</b>${slug === undefined ? undefined : html` ${slug}`}${exists ? undefined : html` <b class="tag missing">no such directory</b>`}</span> ${progress(spec)}`;
}

function progress({ tasks }: EntrySpec): Markup | undefined {
  const all = tasks === undefined ? 0 : tasks.done + tasks.open + tasks.deferred;
  if (tasks === undefined || all === 0) return undefined;
  return html`<span class="tasks"><progress max="${all}" value="${tasks.done}" aria-label="tasks done"></progress> ${tasks.done}/${all}</span> `;
}
