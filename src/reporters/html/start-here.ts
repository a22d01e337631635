import { severities, type Finding } from "../../core/finding.ts";
import type { RenderOptions } from "../reporter.ts";
import { isExisting } from "../summary-lines.ts";
import { counted, html, linkedPlace, marked, type Markup } from "./markup.ts";
import { severityMark, severityWords } from "./severity-mark.ts";

/** So many findings are enough to begin with, and so many commands. */
const most = 3;

/** Errors before warnings, in their order otherwise. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
}

/** The worst findings, each in one sentence with its place, and the commands that correct something. Nothing when there is nothing to do. */
export function startHere(
  findings: readonly Finding[],
  { placeUrl }: Pick<RenderOptions, "placeUrl">,
): Markup | undefined {
  const open = worstFirst(findings.filter((finding) => !finding.suppressed && !isExisting(finding)));
  if (open.length === 0) return undefined;
  const commands = fixCommands(open);
  return html`<section class="start" aria-labelledby="start"><h2 id="start">Start here</h2>
<ol>
${open.slice(0, most).map(
  ({ severity, message, path, line }) =>
    html`<li>${severityMark(severity, html`<span class="unseen">${severityWords[severity][0]}</span>`)} <span>${marked(message)} <span class="place">${linkedPlace(`${path}:${line}`, { path, line }, placeUrl)}</span></span></li>
`,
)}</ol>
${
  commands.length === 0
    ? undefined
    : html`<ul class="commands">
${commands.map(
  ({ command, count }) => html`<li><code>${command}</code> corrects ${counted(count, "finding")}</li>
`,
)}</ul>
`
}</section>
`;
}

/** The commands that correct the most, the safe one first. */
function fixCommands(findings: readonly Finding[]): { readonly command: string; readonly count: number }[] {
  const safe = findings.filter(({ fix }) => fix?.kind === "safe").length;
  const suggested = new Map<string, number>();
  for (const { fix, rule } of findings)
    if (fix?.kind === "suggest") suggested.set(rule, (suggested.get(rule) ?? 0) + 1);
  return [
    ...(safe === 0 ? [] : [{ command: "npx queue-lint --fix", count: safe }]),
    ...[...suggested]
      .sort(([, one], [, other]) => other - one)
      .map(([rule, count]) => ({ command: `npx queue-lint --fix=suggest ${rule}`, count })),
  ].slice(0, most);
}
