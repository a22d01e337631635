import { entryRoles } from "../../core/claims/claim.ts";
import { severities, type Finding } from "../../core/finding.ts";
import { html, type Markup } from "./markup.ts";
import { roleWords } from "./queue-summary.ts";
import { severityMark, severityWords } from "./severity-mark.ts";

/** The filters. They are hidden until the script of the page is there to obey them. */
export function filterForm(findings: readonly Finding[]): Markup {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const count = (wanted: (finding: Finding) => boolean): number => findings.filter(wanted).length;
  return html`<form id="filters" role="search" aria-label="Filter entries and findings" hidden>
<p class="search"><label for="words" class="unseen">Search entries and findings</label><input type="search" id="words" name="q" placeholder="Search entries and findings" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd></p>
<fieldset><legend class="unseen">Severity</legend>
${severities.map(
  (
    severity,
  ) => html`<label class="chip"><input type="checkbox" name="severity" value="${severity}">${severityMark(severity, [severityWords[severity][1], html` <b>${count((finding) => finding.severity === severity)}</b>`])}</label>
`,
)}</fieldset>
<label class="pick"><span>Rule</span> <select name="rule"><option value="">all</option>${rules.map((rule) => html`<option value="${rule}">${rule} (${count((finding) => finding.rule === rule)})</option>`)}</select></label>
<label class="pick"><span>Section</span> <select name="section"><option value="">all</option>${entryRoles.map((role) => html`<option value="${role}">${roleWords[role]}</option>`)}<option value="other">Outside the queue</option></select></label>
<label class="chip"><input type="checkbox" name="only" value="1"><span>only with findings</span></label>
<button type="reset">Clear <kbd aria-hidden="true">Esc</kbd></button>
<p class="quiet result" role="status" aria-live="polite"></p>
</form>
`;
}
