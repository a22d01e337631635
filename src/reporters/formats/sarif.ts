import type { AuditReport, Finding, Severity } from "../../core/finding.ts";
import { printable, printableJson } from "../printable.ts";
import type { RenderOptions, Reporter } from "../reporter.ts";
import { shownFindings } from "../summary-lines.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };
const order: readonly Severity[] = ["error", "warning", "info"];
/** GitHub shows so many results of a run, and refuses more than five times as many. */
const mostResults = 5_000;

/**
 * SARIF 2.1.0, for code scanning and for viewers. The truth side is a related location. What comes after the 5,000th result, the least
 * severe ones, is left out, and a notification says so.
 */
export const sarif: Reporter = {
  description: "SARIF 2.1.0, for code scanning",
  shows: "rules",
  render(report, options) {
    const found = [...shownFindings(report, { ...options, showSuppressed: true, showExisting: true })].sort(
      (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity),
    );
    const kept = found.slice(0, mostResults);
    const rules = [...new Set(kept.map(({ rule }) => rule))].sort();
    const run = {
      tool: {
        driver: {
          name: "queue-lint",
          semanticVersion: report.tool.version,
          informationUri: "https://github.com/queue-lint/queue-lint",
          rules: rules.map((id) => descriptor(id, kept, options)),
        },
      },
      columnKind: "utf16CodeUnits",
      originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
      invocations: [
        { executionSuccessful: true, toolExecutionNotifications: notifications(report, found.length - kept.length) },
      ],
      results: [...kept, ...(report.fixed ?? [])].map((finding) =>
        result(finding, { rules, fixed: report.fixed?.includes(finding) === true }),
      ),
    };
    return printableJson({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] });
  },
};

/** GitHub shows the description of a rule, and its help below each alert. */
function descriptor(id: string, findings: readonly Finding[], { descriptions }: RenderOptions): object {
  const example = findings.find(({ rule }) => rule === id);
  const { url, severity } = example ?? {};
  const text = `${descriptions?.get(id) ?? id}.`;
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text },
    fullDescription: { text },
    help: { text: `${text} See ${url ?? ""}`, markdown: `${text} [About this rule](${url ?? ""})` },
    helpUri: url,
    defaultConfiguration: { level: levels[severity ?? "warning"] },
    properties: {
      tags: ["documentation", id.split("/", 1)[0]],
      "problem.severity": severity === "info" ? "recommendation" : severity,
    },
  };
}

/** Viewers show the name of a rule as one word. */
function pascalCase(id: string): string {
  return id
    .split(/[^a-z0-9]+/i)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

interface IndexedRule {
  readonly rules: readonly string[];
  readonly fixed: boolean;
}

function result(finding: Finding, { rules, fixed }: IndexedRule): object {
  const { rule, severity, message, claim, fact, help, fingerprint, suppression, state } = finding;
  const words = [message, `Claim: ${claim.text}`, `Truth: ${fact.text}`, ...(help === undefined ? [] : [help])].map(
    printable,
  );
  const index = rules.indexOf(rule);
  return {
    ruleId: rule,
    ...(index === -1 ? {} : { ruleIndex: index }),
    level: levels[severity],
    message: { text: words.join("\n") },
    locations: [{ physicalLocation: { artifactLocation: artifact(finding.path), region: region(finding) } }],
    ...(fact.path === undefined
      ? {}
      : {
          relatedLocations: [
            {
              id: 1,
              message: { text: printable(fact.text) },
              physicalLocation: {
                artifactLocation: artifact(fact.path),
                ...(fact.line === undefined ? {} : { region: { startLine: fact.line } }),
              },
            },
          ],
        }),
    // Code scanning follows an alert by this one alone.
    partialFingerprints: { primaryLocationLineHash: printable(fingerprint), "queueLint/v1": printable(fingerprint) },
    ...(suppression === undefined
      ? {}
      : {
          suppressions: [
            {
              kind: suppression.kind === "comment" ? "inSource" : "external",
              justification: printable(suppression.reason),
            },
          ],
        }),
    ...(fixed
      ? { baselineState: "absent" }
      : state === undefined
        ? {}
        : { baselineState: state === "introduced" ? "new" : "unchanged" }),
  };
}

/** A path as a relative reference: what would be read as a scheme, a query or a fragment is escaped. */
function artifact(path: string): object {
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

function region({ line, column, endLine, endColumn }: Finding): object {
  // An empty region is the place of a whole file.
  return {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn: endLine === line ? Math.max(endColumn, column) : endColumn,
  };
}

function notifications({ notChecked }: AuditReport, left: number): object[] {
  const gaps = notChecked.map(({ rule, reason }) => ({
    level: "note",
    message: { text: printable(`${rule} was not checked: ${reason}`) },
    associatedRule: { id: rule },
  }));
  return left === 0
    ? gaps
    : [
        ...gaps,
        {
          level: "warning",
          message: {
            text: `${left} results are left out: GitHub shows ${mostResults} of a run. The json format holds all of them.`,
          },
        },
      ];
}
