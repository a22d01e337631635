import { severities, type AuditReport, type Finding } from "../../core/finding.ts";
import { markdownCode as code } from "../markdown-code.ts";
import type { RenderOptions, Reporter } from "../reporter.ts";
import { claimsLine, countLine, fixableWords, isExisting, shownFindings } from "../summary-lines.ts";

/** For a job summary or a comment: a headline in words, then the findings, the worst first, each with its sentence. Words of the linted documents are in code alone. */
export const markdown: Reporter = {
  description: "a headline and the findings, for a job summary or a comment",
  render(report, options) {
    const content = contentOf(report, options);
    const { maxLength, changeName = "change" } = options;
    const whole = page(report, { ...content, kept: content.order, remark: [], changeName });
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
  /** The item of each. */
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
  return {
    introduced,
    existing,
    fixed,
    order,
    rows: new Map(order.map((finding) => [finding, item(finding, options)])),
  };
}

/** The page with as many findings as fit, and a sentence about those that do not. */
function shortened(
  report: AuditReport,
  content: Content,
  { maxLength, changeName = "change", wholeReport = "" }: RenderOptions & { readonly maxLength: number },
): string {
  const { order } = content;
  const withFirst = (kept: number): string => {
    const left = `${order.length - kept} of ${order.length} findings are left out here, the least severe ones: ${maxLength} characters are what this place holds. ${wholeReport}`;
    return page(report, { ...content, kept: order.slice(0, kept), remark: ["", left.trimEnd()], changeName });
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
  readonly changeName: string;
  readonly kept: readonly Finding[];
  /** Lines below the first one. */
  readonly remark: readonly string[];
}

function page(report: AuditReport, { introduced, existing, fixed, rows, kept, remark, changeName }: Page): string {
  const chosen = new Set(kept);
  const rowsOf = (findings: readonly Finding[]): string[] =>
    findings.filter((finding) => chosen.has(finding)).map((finding) => rows.get(finding) ?? "");
  const sections = [
    list(report.base === undefined ? "Findings" : "Introduced", rowsOf(introduced)),
    report.base === undefined
      ? []
      : [...folded(`Existing: ${existing.length}`, rowsOf(existing)), ...fixedParts(fixed, rowsOf)],
    gaps(report),
  ];
  const fixable = fixableWords(introduced);
  const counts = [countWords(report), ...(fixable === "" ? [] : [fixable.replace(/--fix(?:=suggest RULE)?/g, "`$&`")])];
  return `${[`**queue-lint: ${headline(report, introduced, changeName)}**`, "", counts.join(" · "), ...remark, "", ...sections.flat(), coverage(report), "", code(claimsLine(report))].join("\n")}\n`;
}

/** What only the base has: corrected claims, and those that went with their files. */
function fixedParts(
  findings: readonly Finding[],
  rowsOf: (findings: readonly Finding[]) => readonly string[],
): readonly string[] {
  const gone = findings.filter((finding) => finding.gone);
  const fixed = findings.filter((finding) => !finding.gone);
  return [
    ...folded(`Fixed: ${fixed.length}`, rowsOf(fixed)),
    ...folded(`Gone with their files: ${gone.length}`, rowsOf(gone)),
  ];
}

/** "this pull request breaks 9 claims", "9 claims are broken", "nothing is broken". */
function headline({ base }: AuditReport, introduced: readonly Finding[], changeName: string): string {
  const broken = introduced.filter(({ severity, suppressed }) => severity !== "info" && !suppressed).length;
  const claims = `${broken} ${broken === 1 ? "claim" : "claims"}`;
  if (base !== undefined)
    return broken === 0 ? `this ${changeName} breaks nothing` : `this ${changeName} breaks ${claims}`;
  return broken === 0 ? "nothing is broken" : `${claims} ${broken === 1 ? "is" : "are"} broken`;
}

function countWords(report: AuditReport): string {
  return report.base === undefined ? countLine(report) : code(countLine(report));
}

function item(finding: Finding, { placeUrl }: RenderOptions): string {
  const { severity, rule, url, path, line, message, help, fix, suppressed } = finding;
  const words = code(`${path}:${line}`);
  const place = placeUrl === undefined ? words : `<a href="${placeUrl(path, line)}">${words}</a>`;
  const way = [
    ...(help === undefined ? [] : [code(help)]),
    ...(fix === undefined ? [] : [`\`queue-lint ${fix.kind === "safe" ? "--fix" : `--fix=suggest ${rule}`}\``]),
  ];
  return [
    `- **${suppressed ? "suppressed " : ""}${severity}** ${code(message)}`,
    `${place} · [${rule}](${url})`,
    ...(way.length === 0 ? [] : [way.join(" · ")]),
    `<details><summary>claim and truth</summary>${claimAndTruth(finding)}</details>`,
  ].join("<br>");
}

function claimAndTruth({ claim, fact }: Finding): string {
  const where =
    fact.path === undefined ? "" : `, ${code(`${fact.path}${fact.line === undefined ? "" : `:${fact.line}`}`)}`;
  return `claim: ${code(claim.text)}<br>truth: ${code(fact.text)}${where}`;
}

function list(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`### ${title}`, "", ...items, ""];
}

function folded(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`<details><summary>${title}</summary>`, "", ...items, "", "</details>", ""];
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
