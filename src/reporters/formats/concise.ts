import { printable } from "../printable.ts";
import type { Reporter } from "../reporter.ts";
import { examinedLine, shownFindings } from "../summary-lines.ts";

export const concise: Reporter = {
  description: "one line for each finding",
  render(report, options) {
    const lines = shownFindings(report, options).map(({ path, line, column, severity, message, rule }) => printable(`${path}:${line}:${column}: ${severity}: ${message} [${rule}]`));
    return `${[...lines, examinedLine(report)].join("\n")}\n`;
  },
};
