import type { AuditReport } from "../../core/finding.ts";
import { markdown } from "../../reporters/formats/markdown.ts";
import type { RenderOptions } from "../../reporters/reporter.ts";
import { markdownCode } from "../../reporters/markdown-code.ts";

/** A summary holds 1 MiB; a character takes three bytes of it at most. */
const longest = 300_000;

/** The summary of a job: what could not be published as it should, then the tables. */
export function jobSummary(
  report: AuditReport,
  degraded: readonly string[],
  shown: Pick<RenderOptions, "wholeReport" | "placeUrl" | "changeName">,
): string {
  const said = degraded.map((text) => `> ${markdownCode(text)}`);
  const tables = markdown.render(report, { color: false, links: false, quiet: false, maxLength: longest, ...shown });
  return `${[...said, ...(said.length > 0 ? [""] : []), tables].join("\n")}\n`;
}

/** The summary of a job that could not audit. */
export function failureSummary(message: string, help: string): string {
  return `**queue-lint** could not audit: ${markdownCode(message)}\n\n${markdownCode(help)}\n`;
}
