import type { Finding } from "../../core/finding.ts";
import { hiddenBecause, isExisting } from "../summary-lines.ts";
import { html, link, withCode, type Markup } from "./markup.ts";
import { severityMark, severityWords } from "./severity-mark.ts";

/**
 * One finding: severity and rule, then claim beside truth, then what to do. In the card of an entry, whose document is `home`, the shape of the severity
 * is enough for the eye, and a line of that document needs no path.
 */
export function findingBlock(finding: Finding, home?: string): Markup {
  const { severity, rule, url, claim, fact, help } = finding;
  const hidden = hiddenBecause(finding);
  const [word] = severityWords[severity];
  return html`<div class="finding ${severity}" data-severity="${severity}" data-rule="${rule}">
<p class="what">${severityMark(severity, home === undefined ? word : html`<span class="unseen">${word}</span>`)} ${link(url, rule)}${states(finding)}</p>
<dl><div class="claim"><dt>Claim ${place(claim, home)}</dt><dd>${claim.text}</dd></div><div class="truth"><dt>Truth ${place(fact, home)}</dt><dd>${withCode(fact.text)}</dd></div></dl>
${help === undefined ? undefined : html`<p class="help">${withCode(help)}</p>`}${fixLine(finding)}${hidden === undefined ? undefined : html`<p class="help">Hidden: ${hidden}</p>`}</div>
`;
}

function states(finding: Finding): Markup | undefined {
  if (finding.suppressed) return html` <span class="tag">suppressed</span>`;
  if (isExisting(finding)) return html` <span class="tag">existing</span>`;
  return finding.state === "introduced" ? html` <span class="tag new">introduced</span>` : undefined;
}

function place(
  { path, line }: { readonly path?: string; readonly line?: number },
  home: string | undefined,
): Markup | undefined {
  if (path === undefined) return undefined;
  const words = line === undefined ? path : path === home ? `line ${line}` : `${path}:${line}`;
  return html`<span>${words}</span>`;
}

function fixLine({ fix, rule }: Finding): Markup | undefined {
  if (fix === undefined) return undefined;
  return html`<p class="help">Fix: ${fix.description} <code>queue-lint ${fix.kind === "safe" ? "--fix" : `--fix=suggest ${rule}`}</code></p>`;
}
