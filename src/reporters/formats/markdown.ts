import { severities, type AuditReport, type Finding } from "../../core/finding.ts";
import { markdownCode as code } from "../markdown-code.ts";
import type { RenderOptions, Reporter } from "../reporter.ts";
import { countLine, claimsLine, isExisting, shownFindings } from "../summary-lines.ts";

/** Tables for a job summary or a comment. Words of the linted documents are in code alone. */
export const markdown: Reporter = {
  description: "tables for a job summary or a comment",
  render(report, options) {
    const content = contentOf(report, options);
    const { maxLength } = options;
    const whole = page(report, { ...content, kept: content.order, remark: [] });
    return maxLength === undefined || whole.length <= maxLength
      ? whole
      : shortened(report, content, { ...options, maxLength });
  },
};

interface Content {
  readonly introduced: readonly Finding[];
  readonly existing: readonly Finding[];
  readonly fixed: readonly Finding[];
  /** All of them; what is left out first is last. */
  readonly order: readonly Finding[];
  /** The row of each. */
  readonly rows: ReadonlyMap<Finding, string>;
}

function contentOf(report: AuditReport, options: RenderOptions): Content {
  const shown = shownFindings(report, { ...options, showExisting: true });
  const introduced = shown.filter((finding) => !isExisting(finding));
  const existing = shown.filter(isExisting);
  const fixed = report.fixed ?? [];
  const worstFirst = (findings: readonly Finding[]): Finding[] =>
    severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const order = [introduced, existing, fixed].flatMap(worstFirst);
  return { introduced, existing, fixed, order, rows: new Map(order.map((finding) => [finding, row(finding)])) };
}

/** The page with as many findings as fit, and a sentence about those that do not. */
function shortened(
  report: AuditReport,
  content: Content,
  { maxLength, wholeReport = "" }: RenderOptions & { readonly maxLength: number },
): string {
  const { order } = content;
  const withFirst = (kept: number): string => {
    const left = `${order.length - kept} of ${order.length} findings are left out here, the least severe ones: ${maxLength} characters are what this place holds. ${wholeReport}`;
    return page(report, { ...content, kept: order.slice(0, kept), remark: ["", left.trimEnd()] });
  };
  let [fits, tooMany] = [0, order.length];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (withFirst(middle).length <= maxLength) fits = middle;
    else tooMany = middle;
  }
  return withFirst(fits);
}

interface Page extends Content {
  readonly kept: readonly Finding[];
  /** Lines below the first one. */
  readonly remark: readonly string[];
}

function page(report: AuditReport, { introduced, existing, fixed, rows, kept, remark }: Page): string {
  const chosen = new Set(kept);
  const rowsOf = (findings: readonly Finding[]): string[] =>
    findings.filter((finding) => chosen.has(finding)).map((finding) => rows.get(finding) ?? "");
  const sections = [
    table(report.base === undefined ? "Findings" : "Introduced", rowsOf(introduced)),
    report.base === undefined
      ? []
      : [
          ...folded(`Existing: ${existing.length}`, rowsOf(existing)),
          ...folded(`Fixed: ${fixed.length}`, rowsOf(fixed)),
        ],
    gaps(report),
  ];
  return `${[`**queue-lint**: ${countWords(report)}`, ...remark, "", ...sections.flat(), coverage(report), "", code(claimsLine(report))].join("\n")}\n`;
}

function countWords(report: AuditReport): string {
  return report.base === undefined ? countLine(report) : code(countLine(report));
}

const head = ["| severity | rule | place | claim | truth |", "|---|---|---|---|---|"];

function row({ severity, rule, url, path, line, claim, fact, suppressed }: Finding): string {
  return `| ${suppressed ? "suppressed " : ""}${severity} | [${rule}](${url}) | ${code(`${path}:${line}`)} | ${code(claim.text)} | ${code(fact.text)} |`;
}

function table(title: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : [`### ${title}`, "", ...head, ...rows, ""];
}

function folded(title: string, rows: readonly string[]): string[] {
  return rows.length === 0 ? [] : [`<details><summary>${title}</summary>`, "", ...head, ...rows, "", "</details>", ""];
}

function gaps({ notChecked }: AuditReport): string[] {
  if (notChecked.length === 0) return [];
  return [
    "<details><summary>Not checked</summary>",
    "",
    "| rule | reason |",
    "|---|---|",
    ...notChecked.map(({ rule, reason }) => `| ${rule} | ${code(reason)} |`),
    "",
    "</details>",
    "",
  ];
}

function coverage({ coverage: { examined, held, broken, notChecked } }: AuditReport): string {
  return [
    "| claims examined | hold | broken | not checked |",
    "|---|---|---|---|",
    `| ${examined} | ${held} | ${broken} | ${notChecked} |`,
  ].join("\n");
}
