import type { AuditReport } from "../../core/finding.ts";
import { counted, html, marked, type Markup } from "./markup.ts";

/** What was examined, what could not be, and by which rules. */
export function coverageSection({ coverage, notChecked, rulesRun, entries, specs }: AuditReport): Markup {
  const all = Object.values(entries).reduce((sum, count) => sum + count, 0);
  const rows = [
    ["Claims examined", coverage.examined],
    ["hold", coverage.held],
    ["broken", coverage.broken],
    ["not checked", coverage.notChecked],
    ["Entries of the queue", all],
    ["Spec packages", specs],
    ["Rules run", rulesRun.length],
  ] as const;
  return html`<section class="examined" aria-labelledby="examined"><h2 id="examined">What was examined</h2>
<dl class="figures">${rows.map(([word, count]) => html`<div><dt>${word}</dt><dd>${count}</dd></div>`)}</dl>
<details><summary>The ${counted(rulesRun.length, "rule")} that ran</summary><p class="rules">${rulesRun.map((rule) => html`<code>${rule}</code> `)}</p></details>
<h3>Not checked</h3>
${gaps(notChecked)}</section>
`;
}

function gaps(notChecked: AuditReport["notChecked"]): Markup {
  if (notChecked.length === 0) return html`<p>Every rule that ran could look at everything it asks for.</p>`;
  const byReason = new Map<string, string[]>();
  for (const { rule, reason } of notChecked) byReason.set(reason, [...(byReason.get(reason) ?? []), rule]);
  return html`<div class="scroll" role="group" tabindex="0" aria-label="What was not checked"><table><thead><tr><th scope="col">Why</th><th scope="col">Rules</th></tr></thead><tbody>
${[...byReason].map(
  ([
    reason,
    rules,
  ]) => html`<tr><th scope="row">${marked(reason)}</th><td>${rules.map((rule) => html`<code>${rule}</code> `)}</td></tr>
`,
)}</tbody></table></div>`;
}
