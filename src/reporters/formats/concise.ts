import type { Finding } from "../../core/finding.ts";
import { printable } from "../printable.ts";
import type { Reporter } from "../reporter.ts";
import { countLine, claimsLine, hiddenBecause, isExisting, shownFindings } from "../summary-lines.ts";

export const concise: Reporter = {
  description: "one line for each finding",
  render(report, options) {
    const lines = shownFindings(report, options).map(oneLine);
    const { suppressed } = report.summary;
    const counts =
      report.base === undefined && report.narrowed === undefined
        ? suppressed === 0
          ? []
          : [`${suppressed} suppressed`]
        : [countLine(report)];
    return `${[...lines, ...counts, claimsLine(report)].join("\n")}\n`;
  },
};

function oneLine(finding: Finding): string {
  const { path, line, column, severity, message, rule } = finding;
  const hidden = hiddenBecause(finding);
  return printable(
    `${path}:${line}:${column}: ${severity}: ${message} [${rule}]${hidden === undefined ? "" : ` suppressed: ${hidden}`}${isExisting(finding) ? " existing" : ""}`,
  );
}
