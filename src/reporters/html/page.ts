import type { AuditReport, Finding } from "../../core/finding.ts";
import type { RenderOptions } from "../reporter.ts";
import { shownFindings } from "../summary-lines.ts";
import { boardSection, missingBoard, shownEntries } from "./board-section.ts";
import { coverageSection } from "./coverage-section.ts";
import { filterForm } from "./filter-form.ts";
import { findingBlock } from "./finding-block.ts";
import { counted, html, link, Markup } from "./markup.ts";
import { overview } from "./overview.ts";
import { pageScript, pageStyle } from "./page-assets.ts";
import { startHere, worstFirst } from "./start-here.ts";
import { severityShapes } from "./severity-mark.ts";
import { queueSummary } from "./queue-summary.ts";
import { timelineFigure } from "./timeline-figure.ts";

/** The whole page. Nothing is loaded, and nothing runs but the script whose hash the policy names. */
export function page(report: AuditReport, options: RenderOptions): Markup {
  const name = report.root.split(/[/\\]/).findLast((part) => part !== "") ?? report.root;
  const policy = `default-src 'none'; style-src '${pageStyle.hash}'; script-src '${pageScript.hash}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="queue-lint ${report.tool.version}">
<title>${name}: planning audit by queue-lint</title>
<style>${new Markup(pageStyle.text)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
${severityShapes}
<header><p class="brand">queue-lint</p><button type="button" id="theme" hidden>Theme: system</button><h1>${name}</h1>${checkoutLine(options)}<p class="quiet">What the planning documents claim, beside what the repository holds: ${report.tree}${options.board === undefined ? undefined : html`, <time>${options.board.date}</time>`}</p></header>
<main id="content" tabindex="-1">
${content(report, options)}</main>
<footer><p class="quiet">queue-lint ${report.tool.version}. This page is one file: it loads nothing and sends nothing.</p><p class="quiet keys" hidden><kbd>/</kbd> search <kbd>Esc</kbd> clear <kbd>↑</kbd><kbd>↓</kbd><kbd>←</kbd><kbd>→</kbd> from entry to entry <kbd>Enter</kbd> fold</p></footer>
<script>${new Markup(pageScript.text)}</script>
</body>
</html>
`;
}

/** Branch and commit, with a link to the page of the commit where its forge is known. */
function checkoutLine({ checkout }: RenderOptions): Markup | undefined {
  if (checkout === undefined) return undefined;
  const { branch, commit, commitUrl = "" } = checkout;
  return html`<p class="quiet checkout">${branch === undefined ? undefined : html`branch <b>${branch}</b>, `}commit ${link(commitUrl, html`<code>${commit.slice(0, 7)}</code>`)}</p>`;
}

function content(report: AuditReport, options: RenderOptions): Markup {
  const { board, timeline } = options;
  const findings = shownFindings(report, { ...options, showExisting: true });
  const owned = new Set(board?.entries.flatMap((entry) => entry.findings));
  return html`<div class="head">
${overview(report, queueSummary(report, board))}${timeline === undefined ? undefined : timelineFigure(timeline)}</div>
${startHere(findings, options)}${filterForm(findings)}${board === undefined ? missingBoard(report) : boardSection(shownEntries(board, new Set(findings)), options)}${otherFindings(
    findings.filter((finding) => !owned.has(finding)),
    options,
  )}${fixedFindings(report.fixed)}${coverageSection(report)}`;
}

function otherFindings(findings: readonly Finding[], { placeUrl }: RenderOptions): Markup | undefined {
  if (findings.length === 0) return undefined;
  return html`<section class="other" aria-labelledby="other"><h2 id="other">Outside the queue <span class="count" data-all="${findings.length}">${findings.length}</span></h2>
<p class="quiet">Findings that are about no single entry.</p>
<ul>
${worstFirst(findings).map(
  (
    finding,
  ) => html`<li class="entry card" data-section="other">${findingBlock(finding, placeUrl === undefined ? {} : { placeUrl })}</li>
`,
)}</ul></section>
`;
}

/** They are outside the filters: they are not there any more. */
function fixedFindings(fixed: readonly Finding[] | undefined): Markup | undefined {
  if (fixed === undefined || fixed.length === 0) return undefined;
  return html`<section aria-labelledby="fixed"><h2 id="fixed">${fixed.every((finding) => finding.gone) ? "Gone" : "Fixed"}</h2><details><summary>${counted(fixed.length, "finding")} that only the base has</summary>
<ul class="gone">${fixed.map(
    (
      finding,
    ) => html`<li class="card">${finding.gone === true ? html`<p class="quiet">Gone with its file: nobody has corrected it.</p>` : undefined}${findingBlock(finding, {})}</li>
`,
  )}</ul></details></section>
`;
}
