import type { Finding, Severity } from "../../core/finding.ts";
import { printable, printableJson } from "../printable.ts";
import type { Reporter } from "../reporter.ts";
import { shownFindings } from "../summary-lines.ts";

const severities: Readonly<Record<Severity, string>> = { error: "ERROR", warning: "WARNING", info: "INFO" };

/** Reviewdog's diagnostic format. Its columns count bytes, which a report does not know: places are whole lines. */
export const rdjson: Reporter = {
  description: "Diagnostics for reviewdog",
  render(report, options) {
    const source = { name: "queue-lint", url: "https://github.com/queue-lint/queue-lint" };
    return printableJson({
      source,
      diagnostics: shownFindings(report, options).map((finding) => diagnostic(finding, source)),
    });
  },
};

function diagnostic(
  { rule, url, severity, message, claim, fact, help, path, line, endLine }: Finding,
  source: object,
): object {
  const related =
    fact.path === undefined
      ? []
      : [
          {
            message: printable(fact.text),
            location: {
              path: fact.path,
              ...(fact.line === undefined ? {} : { range: { start: { line: fact.line } } }),
            },
          },
        ];
  return {
    message: [message, `claim: ${claim.text}`, `truth: ${fact.text}`, ...(help === undefined ? [] : [help])]
      .map(printable)
      .join("\n"),
    location: { path, range: { start: { line }, end: { line: endLine } } },
    severity: severities[severity],
    source,
    code: { value: rule, url },
    ...(related.length === 0 ? {} : { relatedLocations: related }),
  };
}
