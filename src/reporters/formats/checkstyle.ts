import type { Finding } from "../../core/finding.ts";
import { printable } from "../printable.ts";
import type { Reporter } from "../reporter.ts";
import { shownFindings } from "../summary-lines.ts";
import { xmlDocument, xmlElement } from "../xml-element.ts";

/** Checkstyle's XML, which many tools read: one element a file, in the order in which the files come up. */
export const checkstyle: Reporter = {
  description: "XML as Checkstyle writes it, for tools that read that",
  render(report, options) {
    const files = new Map<string, Finding[]>();
    for (const finding of shownFindings(report, options))
      files.set(finding.path, [...(files.get(finding.path) ?? []), finding]);
    const elements = [...files].map(([name, findings]) => xmlElement("file", { name }, findings.map(error)));
    return xmlDocument(xmlElement("checkstyle", { version: "8.0" }, elements));
  },
};

function error({ line, column, severity, message, fact, rule }: Finding): string {
  return xmlElement("error", {
    line,
    column,
    severity,
    message: printable(`${message} Truth: ${fact.text}`),
    source: `queue-lint.${rule}`,
  });
}
