import { findingBlock, painter } from "../finding-block.ts";
import { printable } from "../printable.ts";
import type { Reporter } from "../reporter.ts";
import { inputLines, notApplicableLines } from "../input-lines.ts";
import { countLine, examinedLine, layoutLine, notCheckedLines, shownFindings, unreadLine } from "../summary-lines.ts";

export const text: Reporter = {
  description: "claim and truth side by side, for a person",
  render(report, options) {
    const paint = painter(options);
    const findings = shownFindings(report, options).map((finding) => `${findingBlock(finding, options)}\n`);
    const clean = report.summary.errors + report.summary.warnings === 0;
    const fixed = (report.fixed ?? []).map((finding) =>
      paint("good", `fixed  ${finding.rule}  ${printable(`${finding.path}: ${finding.claim.text}`)}`),
    );
    const opening = options.quiet
      ? []
      : [...layoutLine(report), ...inputLines(report)].map((line) => `${paint("dim", line)}`);
    const closing = [
      ...fixed,
      paint(clean ? "good" : "bold", countLine(report)),
      ...notApplicableLines(report, options).map((line) => paint("dim", line)),
      ...notCheckedLines(report).map((line) => paint("dim", line)),
      ...unreadLine(report),
      examinedLine(report),
    ];
    const blocks = opening.length === 0 ? findings : [`${opening.join("\n")}\n`, ...findings];
    return `${[...blocks, ...closing].join("\n")}\n`;
  },
};
