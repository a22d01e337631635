import type { Finding, Severity } from "../../core/finding.ts";
import { printable, printableJson } from "../printable.ts";
import type { Reporter } from "../reporter.ts";
import { shownFindings } from "../summary-lines.ts";

const severities: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

/** GitLab's Code Quality report. GitLab compares the fingerprints of two reports by itself. */
export const gitlab: Reporter = {
  description: "Code Quality report of GitLab",
  render: (report, options) => printableJson(shownFindings(report, options).map(issue)),
};

function issue({ rule, severity, message, fact, fingerprint, path, line, endLine }: Finding): object {
  return {
    description: printable(`${message} Truth: ${fact.text}`),
    check_name: rule,
    fingerprint,
    severity: severities[severity],
    location: { path, lines: { begin: line, end: endLine } },
  };
}
