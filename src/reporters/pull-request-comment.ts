import type { AuditReport } from "../core/finding.ts";
import { markdown } from "./formats/markdown.ts";
import { markdownCode } from "./markdown-code.ts";
import type { RenderOptions } from "./reporter.ts";
import { countLine } from "./summary-lines.ts";

/** GitHub takes 65,536 characters; the rest is for what is around the tables. */
const longest = 60_000;

export interface CommentOptions extends Pick<RenderOptions, "placeUrl" | "changeName"> {
  /** Comes first, unseen. */
  readonly marker: string;
  /** Where the whole report is, in Markdown. */
  readonly wholeReport: string;
}

/** The comment of a pull request. It is folded when nothing is wrong, so that it takes one line among those of people. */
export function pullRequestComment(report: AuditReport, { marker, ...shown }: CommentOptions): string {
  const tables = markdown
    .render(report, { color: false, links: false, quiet: false, maxLength: longest, ...shown })
    .trimEnd();
  const { errors, warnings } = report.summary;
  const body =
    errors + warnings > 0
      ? [tables]
      : [`<details><summary>queue-lint: ${markdownCode(countLine(report))}</summary>`, "", tables, "", "</details>"];
  return [marker, ...body].join("\n");
}
