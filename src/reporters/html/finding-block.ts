import type { Finding } from "../../core/finding.ts";
import { plainWords, sides } from "../finding-block.ts";
import type { RenderOptions } from "../reporter.ts";
import { hiddenBecause, isExisting } from "../summary-lines.ts";
import { html, link, linkedPlace, marked, type Markup } from "./markup.ts";
import { severityMark, severityWords } from "./severity-mark.ts";

export interface FindingOptions extends Pick<RenderOptions, "placeUrl"> {
  /** The document of the card that holds the finding: a line of it needs no path, and the shape of the severity is enough for the eye. */
  readonly home?: string;
}

/** One finding: severity, rule and place, what is wrong in one sentence, claim beside truth where the sentence does not say them, then what to do. */
export function findingBlock(finding: Finding, options: FindingOptions): Markup {
  const { severity, rule, url, message, help, path, line } = finding;
  const hidden = hiddenBecause(finding);
  const [word] = severityWords[severity];
  return html`<div class="finding ${severity}" data-severity="${severity}" data-rule="${rule}">
<p class="what">${severityMark(severity, options.home === undefined ? word : html`<span class="unseen">${word}</span>`)} ${link(url, rule)}${states(finding)} ${place({ path, line }, options)}</p>
<p class="says">${marked(message)}</p>
${comparison(finding, options)}${help === undefined ? undefined : html`<p class="help">${marked(help)}</p>`}${fixLine(finding)}${hidden === undefined ? undefined : html`<p class="help">Hidden: ${hidden}</p>`}</div>
`;
}

function comparison(finding: Finding, options: FindingOptions): Markup | undefined {
  const { claim: said, fact } = sides(finding);
  // The sentence is beside it here, and the place of the claim above it.
  const claim = plainWords(finding.message).includes(plainWords(said)) ? "" : said;
  if (claim === "" && fact === "") return undefined;
  // The claim is at the place of the finding, unless it says otherwise.
  const isElsewhere = finding.claim.path !== finding.path || finding.claim.line !== finding.line;
  return html`<dl>${claim === "" ? undefined : html`<div class="claim"><dt>Claim ${isElsewhere ? place(finding.claim, options) : undefined}</dt><dd>${marked(claim)}</dd></div>`}${fact === "" ? undefined : html`<div class="truth"><dt>Truth ${place(finding.fact, options)}</dt><dd>${marked(fact)}</dd></div>`}</dl>
`;
}

function states(finding: Finding): Markup | undefined {
  if (finding.suppressed) return html` <span class="tag">suppressed</span>`;
  if (isExisting(finding)) return html` <span class="tag">existing</span>`;
  return finding.state === "introduced" ? html` <span class="tag new">introduced</span>` : undefined;
}

function place(
  { path, line }: { readonly path?: string; readonly line?: number },
  { home, placeUrl }: FindingOptions,
): Markup | undefined {
  if (path === undefined) return undefined;
  if (line === undefined) return html`<span class="place">${path}</span>`;
  const words = path === home ? `line ${line}` : `${path}:${line}`;
  return html`<span class="place">${linkedPlace(words, { path, line }, placeUrl)}</span>`;
}

function fixLine({ fix, rule }: Finding): Markup | undefined {
  if (fix === undefined) return undefined;
  return html`<p class="help">Fix: ${marked(fix.description)} <code>queue-lint ${fix.kind === "safe" ? "--fix" : `--fix=suggest ${rule}`}</code></p>`;
}
