import type { AuditReport, Coverage } from "../../core/finding.ts";
import { severities } from "../../core/finding.ts";
import { counted, html, type Markup } from "./markup.ts";
import { severityMark, severityWords } from "./severity-mark.ts";

/** What came out: one sentence, the coverage as a bar, the numbers as links that filter, and what `queue` says of the queue. */
export function overview(report: AuditReport, queue: Markup): Markup {
  const { coverage, summary, base } = report;
  return html`<section class="overview" aria-labelledby="outcome"><h2 id="outcome" class="unseen">Outcome</h2>
<p class="verdict">${counted(coverage.examined, "claim")} examined. ${verdict(coverage)}</p>
${coverageBar(coverage)}
<ul class="numbers">
${severities.map((severity) => {
  const count = summary[`${severity}s` as const];
  return html`<li><a href="#severity=${severity}"><b>${count}</b> ${severityMark(severity, severityWords[severity][count === 1 ? 0 : 1])}</a></li>
`;
})}</ul>
${base === undefined ? undefined : html`<p class="quiet">Compared with ${base.name} (${base.commit.slice(0, 7)}): the numbers count what was introduced since; ${summary.existing ?? 0} existing, ${summary.fixed ?? 0} fixed.</p>`}${summary.suppressed === 0 ? undefined : html`<p class="quiet">${counted(summary.suppressed, "finding")} hidden by comments or the baseline.</p>`}${queue}</section>
`;
}

function verdict({ examined, held, broken, notChecked }: Coverage): Markup {
  if (examined === 0) return html`<em class="broken">Nothing was found to check.</em>`;
  if (broken === 0 && notChecked === 0) return html`<em class="held">Every one of them holds.</em>`;
  const parts = [
    html`<em class="held">${held} ${held === 1 ? "holds" : "hold"}</em>`,
    ...(broken === 0 ? [] : [html`<em class="broken">${broken} ${broken === 1 ? "is" : "are"} broken</em>`]),
    ...(notChecked === 0 ? [] : [html`<em class="open">${notChecked} could not be checked</em>`]),
  ];
  return html`${parts.map((part, index) => [index === 0 ? "" : index === parts.length - 1 ? " and " : ", ", part])}.`;
}

/** The words of the verdict as lengths; they say the same, so that the bar itself is for the eye alone. */
function coverageBar({ examined, held, broken, notChecked }: Coverage): Markup | undefined {
  if (examined === 0) return undefined;
  const share = (count: number): string => `${((100 * count) / examined).toFixed(3)}%`;
  // A part that is there is seen, however few claims it holds.
  const seen = (count: number): string =>
    count === 0 ? "0" : `${Math.max(0.6, (100 * count) / examined).toFixed(3)}%`;
  return html`<svg class="coverage" width="100%" height="10" aria-hidden="true"><rect class="held" width="100%" height="10"/><rect class="open" x="${share(held)}" width="${share(broken + notChecked)}" height="10"/><rect class="broken" x="${share(held)}" width="${seen(broken)}" height="10"/></svg>`;
}
