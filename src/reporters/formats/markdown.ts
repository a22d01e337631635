import type { AuditReport, Finding } from "../../core/finding.ts";
import { printable } from "../printable.ts";
import type { Reporter } from "../reporter.ts";
import { countLine, examinedLine, isExisting, shownFindings } from "../summary-lines.ts";

/**
 * Tables for a job summary or a comment. Words of the linted documents stand in code alone: there they are no markup and no link,
 * and nobody is pinged.
 */
export const markdown: Reporter = {
  description: "tables for a job summary or a comment",
  render(report, options) {
    const shown = shownFindings(report, { ...options, showExisting: true });
    const introduced = shown.filter((finding) => !isExisting(finding));
    const existing = shown.filter(isExisting);
    const sections = [
      table(report.base === undefined ? "Findings" : "Introduced", introduced),
      report.base === undefined ? [] : [...folded(`Existing: ${existing.length}`, existing), ...folded(`Fixed: ${report.fixed?.length ?? 0}`, report.fixed ?? [])],
      gaps(report),
    ];
    return `${[`**queue-lint**: ${countWords(report)}`, "", ...sections.flat(), coverage(report), "", code(examinedLine(report))].join("\n")}\n`;
  },
};

function countWords(report: AuditReport): string {
  return report.base === undefined ? countLine(report) : code(countLine(report));
}

function table(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const rows = findings.map(({ severity, rule, url, path, line, claim, fact, suppressed }) =>
    `| ${suppressed ? "suppressed " : ""}${severity} | [${rule}](${url}) | ${code(`${path}:${line}`)} | ${code(claim.text)} | ${code(fact.text)} |`);
  return [`### ${title}`, "", "| severity | rule | place | claim | truth |", "|---|---|---|---|---|", ...rows, ""];
}

function folded(title: string, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return [];
  const [, , ...rows] = table(title, findings);
  return [`<details><summary>${title}</summary>`, "", ...rows, "</details>", ""];
}

function gaps({ notChecked }: AuditReport): string[] {
  if (notChecked.length === 0) return [];
  return ["<details><summary>Not checked</summary>", "", "| rule | reason |", "|---|---|", ...notChecked.map(({ rule, reason }) => `| ${rule} | ${code(reason)} |`), "", "</details>", ""];
}

function coverage({ coverage: { examined, held, broken, notChecked } }: AuditReport): string {
  return ["| claims examined | hold | broken | not checked |", "|---|---|---|---|", `| ${examined} | ${held} | ${broken} | ${notChecked} |`].join("\n");
}

/** Words as code in HTML: in a code span of Markdown a backtick would end it, and a bar the cell. */
function code(words: string): string {
  const text = printable(words).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<code>${text.replace(/[|`*_[\]()~\\:@#!$]/g, (character) => `&#${character.charCodeAt(0)};`)}</code>`;
}
