import type { AuditReport, Finding, Severity } from "../../core/finding.ts";
import { factPlace } from "../finding-block.ts";
import { printable } from "../printable.ts";
import type { Reporter } from "../reporter.ts";
import { countLine, claimsLine, shownFindings } from "../summary-lines.ts";

const order: readonly Severity[] = ["error", "warning", "info"];
/** An upper estimate for English words and paths in the tokens of common models. */
const charactersPerToken = 3.5;

/**
 * For a coding agent: the worst first, the sentence and what it leaves out of claim and truth, and what to do about a kind of finding once. With `maxTokens`
 * findings go before everything else: whole ones are left out from the end, and the output says how many and how to see them.
 */
export const agent: Reporter = {
  description: "few tokens for a coding agent: the worst first, with what to do about it",
  render(report, options) {
    const shown = [...shownFindings(report, options)].sort(
      (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity),
    );
    const budget = (options.maxTokens ?? Infinity) * charactersPerToken - countLine(report).length - 1;
    const { lines, count, length } = fitting(shown, budget);
    const left = shown.length - count;
    const remark =
      left === 0 ? [] : [`${left} more findings are left out (--max-tokens); run with a larger one, or --format json`];
    // What was not read comes last, and only where there is room for it.
    const rest = [...gapLine(report), claimsLine(report)];
    const closing = length + rest.join("\n").length < budget ? [countLine(report), ...rest] : [countLine(report)];
    return `${[...lines, ...remark, ...closing].join("\n")}\n`;
  },
};

/** The lines of as many findings as fit; when not all do, there is room for the sentence that says so. */
function fitting(shown: readonly Finding[], budget: number): Fitting {
  const remark = 100;
  const known = new Set<string>();
  const lines: string[] = [];
  let [length, count] = [0, 0];
  for (const finding of shown) {
    const next = block(finding, known);
    const longer = length + next.join("\n").length + 1;
    if (longer > budget - (count + 1 === shown.length ? 0 : remark)) break;
    lines.push(...next);
    [length, count] = [longer, count + 1];
  }
  return { lines, count, length };
}

interface Fitting {
  readonly lines: readonly string[];
  /** How many findings fit. */
  readonly count: number;
  /** Characters. */
  readonly length: number;
}

function block(finding: Finding, known: Set<string>): string[] {
  const { rule, severity, path, line, message, claim, fact } = finding;
  const way = wayOut(finding);
  const fresh = !known.has(way);
  known.add(way);
  return [
    // On one line: alone on its line a sentence could be taken for a command of a runner.
    `${severity} ${rule} ${path}:${line} ${message}`,
    ...(message.includes(claim.text) ? [] : [`  claim: ${claim.text}`]),
    ...(message.includes(fact.text) ? [] : [`  truth: ${fact.text}${factPlace(finding)}`]),
    ...(fresh ? [`  do: ${way}`] : []),
  ].map(printable);
}

/** What the rule says about it; the command only where one does all of it. */
function wayOut({ rule, fix, help }: Finding): string {
  const command =
    fix === undefined
      ? undefined
      : fix.kind === "safe"
        ? `queue-lint --fix --fix-rule ${rule}`
        : `queue-lint --fix=suggest ${rule}`;
  if (help === undefined) return command ?? `queue-lint explain ${rule}`;
  return command === undefined ? help : `${help} Or: ${command}`;
}

function gapLine({ notChecked }: AuditReport): string[] {
  const rules = [...new Set(notChecked.map(({ rule }) => rule))];
  return rules.length === 0 ? [] : [`not checked: ${rules.join(", ")}`];
}
