import type { Finding } from "../../core/finding.ts";
import { hiddenBecause, isExisting } from "../summary-lines.ts";
import { html, link, type Markup } from "./markup.ts";
import { severityMark, severityWords } from "./severity-mark.ts";

/** One finding: severity and rule, then claim beside truth, then what to do. */
export function findingBlock(finding: Finding): Markup {
  const { severity, rule, url, claim, fact, help } = finding;
  const hidden = hiddenBecause(finding);
  return html`<div class="finding ${severity}" data-severity="${severity}" data-rule="${rule}">
<p class="what">${severityMark(severity, severityWords[severity][0])} ${link(url, rule)}${states(finding)}</p>
<dl><div class="claim"><dt>Claim <span>${place(claim)}</span></dt><dd>${claim.text}</dd></div><div class="truth"><dt>Truth <span>${place(fact)}</span></dt><dd>${fact.text}</dd></div></dl>
${help === undefined ? undefined : html`<p class="help">${help}</p>`}${fixLine(finding)}${hidden === undefined ? undefined : html`<p class="help">Hidden: ${hidden}</p>`}</div>
`;
}

function states(finding: Finding): Markup | undefined {
  if (finding.suppressed) return html` <span class="tag">suppressed</span>`;
  if (isExisting(finding)) return html` <span class="tag">existing</span>`;
  return finding.state === "introduced" ? html` <span class="tag new">introduced</span>` : undefined;
}

function place({ path, line }: { readonly path?: string; readonly line?: number }): string {
  if (path === undefined) return "";
  return line === undefined ? path : `${path}:${line}`;
}

function fixLine({ fix, rule }: Finding): Markup | undefined {
  if (fix === undefined) return undefined;
  return html`<p class="help">Fix: ${fix.description} <code>queue-lint ${fix.kind === "safe" ? "--fix" : `--fix=suggest ${rule}`}</code></p>`;
}
