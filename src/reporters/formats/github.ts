import type { Finding, Severity } from "../../core/finding.ts";
import { printable } from "../printable.ts";
import type { Reporter } from "../reporter.ts";
import { countLine, examinedLine, hiddenBecause, isExisting, notCheckedLines, shownFindings } from "../summary-lines.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** Workflow commands of GitHub Actions. Words of linted documents stand only where the runner cannot read them as a command. */
export const github: Reporter = {
  description: "annotations on GitHub Actions",
  render(report, options) {
    const closing = [countLine(report), ...notCheckedLines(report), examinedLine(report)];
    return `${[...shownFindings(report, options).map(command), ...closing].join("\n")}\n`;
  },
};

function command(finding: Finding): string {
  const { path, line, endLine, column, endColumn } = finding;
  const range = { file: path, line, endLine, col: column, ...(line === endLine ? { endColumn } : {}), title: `queue-lint ${finding.rule}${finding.suppressed ? " (suppressed)" : isExisting(finding) ? " (existing)" : ""}` };
  const properties = Object.entries(range).map(([name, value]) => `${name}=${property(String(value))}`);
  const fact = `truth: ${printable(finding.fact.text)}`;
  const hidden = hiddenBecause(finding);
  const words = [printable(finding.message), ...(hidden === undefined ? [] : [`hidden: ${hidden}`]), `claim: ${printable(finding.claim.text)}`, fact, ...(finding.help === undefined ? [] : [`help: ${printable(finding.help)}`])];
  // What is hidden, or was there before, must not show as a failure.
  return `::${finding.suppressed || isExisting(finding) ? "notice" : commands[finding.severity]} ${properties.join(",")}::${data(words.join("\n"))}`;
}

/** As GitHub's toolkit escapes the message of a command. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** As GitHub's toolkit escapes a property of a command. */
function property(text: string): string {
  return data(printable(text)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
