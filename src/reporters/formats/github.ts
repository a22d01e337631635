import type { Finding, Severity } from "../../core/finding.ts";
import { printable } from "../printable.ts";
import type { Reporter } from "../reporter.ts";
import { countLine, claimsLine, hiddenBecause, isExisting, notCheckedLines, shownFindings } from "../summary-lines.ts";
import { workflowCommand } from "../workflow-command.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** Workflow commands of GitHub Actions. Words of linted documents are only where the runner cannot read them as a command. */
export const github: Reporter = {
  description: "annotations on GitHub Actions",
  render(report, options) {
    const closing = [countLine(report), ...notCheckedLines(report), claimsLine(report)];
    return `${[...shownFindings(report, options).map(command), ...closing].join("\n")}\n`;
  },
};

function command(finding: Finding): string {
  const { path, line, endLine, column, endColumn } = finding;
  const range = {
    file: path,
    line,
    endLine,
    col: column,
    ...(line === endLine ? { endColumn } : {}),
    title: `queue-lint ${finding.rule}${finding.suppressed ? " (suppressed)" : isExisting(finding) ? " (existing)" : ""}`,
  };
  const fact = `truth: ${printable(finding.fact.text)}`;
  const hidden = hiddenBecause(finding);
  const words = [
    printable(finding.message),
    ...(hidden === undefined ? [] : [`hidden: ${hidden}`]),
    `claim: ${printable(finding.claim.text)}`,
    fact,
    ...(finding.help === undefined ? [] : [`help: ${printable(finding.help)}`]),
  ];
  // What is hidden, or was there before, must not show as a failure.
  return workflowCommand(
    finding.suppressed || isExisting(finding) ? "notice" : commands[finding.severity],
    range,
    words.join("\n"),
  );
}
