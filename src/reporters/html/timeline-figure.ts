import type { AuditedCommit } from "../../core/audited-commit.ts";
import { counted, html, type Markup } from "./markup.ts";

type Count = "errors" | "warnings";

/** Units of the drawing; it is stretched to the room that there is. */
const [width, height] = [1000, 200];

/** The findings of each audited commit as a step chart with words and a table that say the same. */
export function timelineFigure(commits: readonly AuditedCommit[]): Markup {
  const [first, last] = [commits[0], commits.at(-1)];
  if (first === undefined || last === undefined)
    return section(html`<p>No commit in the range touched a planning document or a spec.</p>`);
  const most = Math.max(1, ...commits.flatMap(({ errors, warnings }) => [errors, warnings]));
  return section(html`<figure>
<figcaption><span class="key errors">${counted(last.errors, "error")}</span> <span class="key warnings">${counted(last.warnings, "warning")}</span> <span class="quiet">at the last commit</span></figcaption>
<div class="plot"><span class="most" aria-hidden="true">${most}</span><svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${words(commits, first, last)}"><path class="grid" d="M0 1H${width}M0 ${height / 2}H${width}M0 ${height - 1}H${width}"/><path class="area" d="${steps(commits, "errors", most)}V${height - 1}H0Z"/><path class="line warnings" d="${steps(commits, "warnings", most)}"/><path class="line errors" d="${steps(commits, "errors", most)}"/></svg></div>
<p class="ends"><span>${first.date.slice(0, 10)}</span><span>${counted(commits.length, "commit")}</span><span>${last.date.slice(0, 10)}</span></p>
</figure>
${turnTable(commits)}`);
}

function section(content: Markup): Markup {
  return html`<section class="timeline" aria-labelledby="time"><h2 id="time">Findings over time</h2>
${content}</section>
`;
}

/** What the chart shows, for those who do not see it. */
function words(commits: readonly AuditedCommit[], first: AuditedCommit, last: AuditedCommit): string {
  const course = (key: Count): string =>
    `${key} from ${first[key]} to ${last[key]}, at most ${Math.max(...commits.map((commit) => commit[key]))}`;
  return `Step chart of ${counted(commits.length, "commit")} from ${first.date.slice(0, 10)} to ${last.date.slice(0, 10)}: ${course("errors")}; ${course("warnings")}. The table below holds the numbers.`;
}

/** A path that keeps each commit's height until the next commit; heights that stay the same need no point. */
function steps(commits: readonly AuditedCommit[], key: Count, most: number): string {
  const y = (value: number): string => (height - 2 - (value / most) * (height - 4)).toFixed(1);
  const turns = commits.flatMap((commit, index) => {
    const before = commits[index - 1]?.[key];
    if (before === commit[key]) return [];
    return before === undefined
      ? [`M0 ${y(commit[key])}`]
      : [`H${((index * width) / commits.length).toFixed(1)}V${y(commit[key])}`];
  });
  return `${turns.join("")}H${width}`;
}

/** The commits that brought or settled something, the latest first. */
function turnTable(commits: readonly AuditedCommit[]): Markup {
  const turns = commits.filter(({ introduced, fixed }) => introduced.length + fixed.length > 0).reverse();
  return html`<details class="data"><summary>The ${counted(turns.length, "commit that changed a number", "commits that changed a number")}, as a table</summary>
<div class="scroll" role="group" tabindex="0" aria-label="Findings by commit"><table><thead><tr><th scope="col">Date</th><th scope="col">Commit</th><th scope="col">New</th><th scope="col">Settled</th><th scope="col">Errors</th><th scope="col">Warnings</th><th scope="col">Advisories</th></tr></thead><tbody>
${turns.map(
  ({
    id,
    date,
    subject,
    introduced,
    fixed,
    errors,
    warnings,
    infos,
  }) => html`<tr><td>${date.slice(0, 10)}</td><th scope="row"><code>${id.slice(0, 7)}</code> ${subject}</th><td>${introduced.length}</td><td>${fixed.length}</td><td>${errors}</td><td>${warnings}</td><td>${infos}</td></tr>
`,
)}</tbody></table></div></details>
<p class="quiet">Every commit is judged by today’s configuration, by the rules that need no history; the baseline hides nothing here.</p>
`;
}
