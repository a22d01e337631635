import type { AuditReport, Finding, Severity } from "../../core/finding.ts";
import { printable } from "../printable.ts";
import type { Reporter } from "../reporter.ts";
import { countLine, examinedLine, shownFindings } from "../summary-lines.ts";

const order: readonly Severity[] = ["error", "warning", "info"];
/** An upper estimate for English words and paths in the tokens of common models. */
const charactersPerToken = 3.5;

/**
 * For a coding agent: the worst first, claim and truth on one line each, and the command that fixes or explains a kind of finding once. With
 * `maxTokens` whole findings are left out from the end, and the output says how many and how to see them.
 */
export const agent: Reporter = {
  description: "few tokens for a coding agent: the worst first, with the command that fixes or explains it",
  render(report, options) {
    const shown = [...shownFindings(report, options)].sort(
      (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity),
    );
    const closing = [countLine(report), ...gapLine(report), examinedLine(report)];
    const budget =
      options.maxTokens === undefined
        ? Infinity
        : options.maxTokens * charactersPerToken - closing.join("\n").length - 120;
    const lines: string[] = [];
    const known = new Set<string>();
    let length = 0;
    let count = 0;
    for (const finding of shown) {
      const next = block(finding, known);
      length += next.join("\n").length + 1;
      if (length > budget) break;
      lines.push(...next);
      count += 1;
    }
    const left = shown.length - count;
    return `${[...lines, ...(left === 0 ? [] : [`${left} more findings are left out (--max-tokens); run with a larger one, or --format json`]), ...closing].join("\n")}\n`;
  },
};

function block(finding: Finding, known: Set<string>): string[] {
  const { rule, severity, path, line, claim, fact } = finding;
  const way = wayOut(finding);
  const fresh = !known.has(way);
  known.add(way);
  return [
    `${severity} ${rule} ${path}:${line}`,
    `  claim: ${claim.text}`,
    `  truth: ${fact.text}`,
    ...(fresh ? [`  do: ${way}`] : []),
  ].map(printable);
}

function wayOut({ rule, fix }: Finding): string {
  if (fix === undefined) return `queue-lint explain ${rule}`;
  return fix.kind === "safe" ? `queue-lint --fix --fix-rule ${rule}` : `queue-lint --fix=suggest ${rule}`;
}

function gapLine({ notChecked }: AuditReport): string[] {
  const rules = [...new Set(notChecked.map(({ rule }) => rule))];
  return rules.length === 0 ? [] : [`not checked: ${rules.join(", ")}`];
}
