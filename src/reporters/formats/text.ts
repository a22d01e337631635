import type { AuditReport, Finding } from "../../core/finding.ts";
import { findingBlock, painter } from "../finding-block.ts";
import { hangingLines } from "../hanging-lines.ts";
import { inputLines, notApplicableLines } from "../input-lines.ts";
import { printable } from "../printable.ts";
import type { RenderOptions, Reporter } from "../reporter.ts";
import {
  claimsLine,
  countLine,
  fixedLine,
  fixableWords,
  idleWords,
  layoutLine,
  notCheckedLines,
  shownFindings,
  unreadLine,
} from "../summary-lines.ts";

/** Of more findings alike than these the rest is one line. */
const mostAlike = 5;
/** So many places of the rest are named. */
const mostPlaces = 3;

export const text: Reporter = {
  description: "what is wrong in one sentence, with claim and truth, for a person",
  render(report, options) {
    const paint = painter(options);
    const shown = shownFindings(report, options);
    const blocks = options.verbose === true ? shown.map((one) => findingBlock(one, options)) : grouped(shown, options);
    const fixed = (report.fixed ?? []).map((finding) =>
      paint(finding.gone === true ? "dim" : "good", fixedLine(finding)),
    );
    const opening = options.quiet
      ? []
      : [...layoutLine(report), ...inputLines(report)].map((line) => paint("dim", line));
    const head = opening.length === 0 ? [] : [opening.join("\n")];
    return `${[...head, ...blocks, [...fixed, ...closing(report, shown, options)].join("\n")].join("\n\n")}\n`;
  },
};

/** The findings in their order; those of one rule with one way out beyond the fifth as one line, where the sixth would be. */
function grouped(findings: readonly Finding[], options: RenderOptions): string[] {
  const alike = new Map<string, Finding[]>();
  const keyOf = ({ rule, severity, help = "" }: Finding): string => JSON.stringify([rule, severity, help]);
  for (const finding of findings) alike.set(keyOf(finding), [...(alike.get(keyOf(finding)) ?? []), finding]);
  return findings.flatMap((finding) => {
    const all = alike.get(keyOf(finding)) ?? [];
    const place = all.indexOf(finding);
    // One more is not worth a line that says so.
    if (all.length <= mostAlike + 1 || place < mostAlike) return [findingBlock(finding, options)];
    return place === mostAlike ? [restLine(all.slice(mostAlike), options)] : [];
  });
}

function restLine(rest: readonly Finding[], options: RenderOptions): string {
  const places = rest.slice(0, mostPlaces).map(({ path, line }) => printable(`${path}:${line}`));
  const more = rest.length > mostPlaces ? ", …" : "";
  const words = `and ${rest.length} more of ${rest[0]?.rule ?? ""}: ${places.join(", ")}${more} (--verbose shows them)`;
  return hangingLines(words, 2, options.width)
    .map((line) => painter(options)("dim", line))
    .join("\n");
}

function closing(report: AuditReport, shown: readonly Finding[], options: RenderOptions): string[] {
  const paint = painter(options);
  const clean = report.summary.errors + report.summary.warnings === 0;
  const counts = paint(clean ? "good" : "bold", countLine(report));
  const reasons = options.verbose === true ? [...notApplicableLines(report), ...notCheckedLines(report)] : [];
  const idle = options.verbose === true ? "" : idleWords(report);
  return [
    ...[...reasons, ...unreadLine(report)].map((line) => paint("dim", line)),
    [counts, paint("dim", fixableWords(shown))].filter((words) => words !== paint("dim", "")).join("   "),
    idle === "" ? claimsLine(report) : `${claimsLine(report)}   ${paint("dim", `(${idle})`)}`,
  ];
}
