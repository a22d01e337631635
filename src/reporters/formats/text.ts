import type { Finding } from "../../core/finding.ts";
import { printable } from "../printable.ts";
import type { RenderOptions, Reporter } from "../reporter.ts";
import { countLine, examinedLine, hiddenBecause, isExisting, notCheckedLines, shownFindings } from "../summary-lines.ts";

const styles = { error: "31", warning: "33", info: "36", bold: "1", dim: "2", good: "32" } as const;

export const text: Reporter = {
  description: "claim and truth side by side, for a person",
  render(report, options) {
    const paint = painter(options);
    const findings = shownFindings(report, options).map((finding) => `${block(finding, options)}\n`);
    const clean = report.summary.errors + report.summary.warnings === 0;
    const fixed = (report.fixed ?? []).map((finding) => paint("good", `fixed  ${finding.rule}  ${printable(`${finding.path}: ${finding.claim.text}`)}`));
    const closing = [...fixed, paint(clean ? "good" : "bold", countLine(report)), ...notCheckedLines(report).map((line) => paint("dim", line)), examinedLine(report)];
    return `${[...findings, ...closing].join("\n")}\n`;
  },
};

type Paint = (style: keyof typeof styles, words: string) => string;

function painter({ color }: Pick<RenderOptions, "color">): Paint {
  return (style, words) => (color ? `\u001B[${styles[style]}m${words}\u001B[0m` : words);
}

function block(finding: Finding, options: RenderOptions): string {
  const paint = painter(options);
  const place = paint("bold", printable(`${finding.path}:${finding.line}:${finding.column}`));
  const rule = options.links ? `\u001B]8;;${finding.url}\u0007${finding.rule}\u001B]8;;\u0007` : finding.rule;
  const hidden = hiddenBecause(finding);
  return [
    `${place}  ${hidden === undefined ? "" : "suppressed "}${isExisting(finding) ? "existing " : ""}${paint(finding.severity, finding.severity)}  ${paint("dim", rule)}`,
    `  ${paint("dim", "claim")}  ${printable(finding.claim.text)}`,
    `  ${paint("dim", "truth")}  ${printable(finding.fact.text)}${paint("dim", factPlace(finding))}`,
    ...(hidden === undefined ? [] : [`  ${paint("dim", "hidden")} ${hidden}`]),
    ...(finding.help === undefined ? [] : [`  ${paint("dim", "help")}   ${printable(finding.help)}`]),
    ...(finding.fix === undefined ? [] : [`  ${paint("dim", "fix")}    ${printable(finding.fix.description)}${paint("dim", `  (run with ${fixFlag(finding)})`)}`]),
  ].join("\n");
}

function fixFlag({ fix, rule }: Finding): string {
  return fix?.kind === "safe" ? "--fix" : `--fix=suggest ${rule}`;
}

/** The place of the truth, unless its words or the place of the claim say it already. */
function factPlace({ fact, path }: Finding): string {
  if (fact.path === undefined || (fact.line === undefined && fact.text.includes(fact.path))) return "";
  if (fact.path === path && fact.line !== undefined && fact.text.includes(`line ${fact.line}`)) return "";
  return printable(`  (${fact.path}${fact.line === undefined ? "" : `:${fact.line}`})`);
}
