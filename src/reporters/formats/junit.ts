import type { AuditReport, Finding } from "../../core/finding.ts";
import { printable } from "../printable.ts";
import type { Reporter } from "../reporter.ts";
import { isExisting, shownFindings } from "../summary-lines.ts";
import { xmlDocument, xmlElement } from "../xml-element.ts";

/** What one rule has to say. */
interface RuleResult {
  readonly rule: string;
  readonly findings: readonly Finding[];
  readonly reasons: readonly string[];
}

/**
 * JUnit's XML: one test case for each rule that ran. A rule with an error fails, a rule that could not be checked is skipped, and
 * what fails no run (warnings, advice, what is hidden or was there before) is in the output of its case.
 */
export const junit: Reporter = {
  description: "XML as JUnit writes it: a test case for each rule",
  render(report, options) {
    const shown = shownFindings(report, options);
    const results = report.rulesRun.map((rule): RuleResult => ({
      rule,
      findings: shown.filter((one) => one.rule === rule),
      reasons: report.notChecked.filter((one) => one.rule === rule).map(({ reason }) => reason),
    }));
    const counts = {
      tests: results.length,
      failures: results.filter(hasFailed).length,
      errors: 0,
      skipped: results.filter(isSkipped).length,
    };
    const suite = xmlElement("testsuite", { name: "queue-lint", ...counts, time: 0 }, [
      properties(report),
      ...results.map(testCase),
    ]);
    return xmlDocument(
      xmlElement(
        "testsuites",
        { name: "queue-lint", tests: counts.tests, failures: counts.failures, errors: 0, time: 0 },
        [suite],
      ),
    );
  },
};

function properties({ coverage, tree }: AuditReport): string {
  const pairs = [
    ["tree", tree],
    ["examined", coverage.examined],
    ["held", coverage.held],
    ["broken", coverage.broken],
    ["not checked", coverage.notChecked],
  ] as const;
  return xmlElement(
    "properties",
    {},
    pairs.map(([name, value]) => xmlElement("property", { name, value: printable(String(value)) })),
  );
}

function testCase(result: RuleResult): string {
  const [first] = failing(result);
  const others = result.findings.filter((finding) => !failing(result).includes(finding));
  const failure =
    first === undefined
      ? []
      : [
          xmlElement(
            "failure",
            { message: printable(first.message), type: "error" },
            failing(result).map(lines).join("\n"),
          ),
        ];
  const skipped = isSkipped(result) ? [xmlElement("skipped", { message: printable(result.reasons.join("; ")) })] : [];
  const output = others.length === 0 ? [] : [xmlElement("system-out", {}, others.map(lines).join("\n"))];
  return xmlElement(
    "testcase",
    { name: result.rule, classname: `queue-lint.${result.rule.split("/", 1)[0] ?? ""}`, time: 0 },
    [...skipped, ...failure, ...output],
  );
}

function failing({ findings }: RuleResult): readonly Finding[] {
  return findings.filter((finding) => finding.severity === "error" && !finding.suppressed && !isExisting(finding));
}

function hasFailed(result: RuleResult): boolean {
  return failing(result).length > 0;
}

/** A rule that found something although it could not look at everything has failed, and was not skipped. */
function isSkipped(result: RuleResult): boolean {
  return result.reasons.length > 0 && result.findings.length === 0;
}

function lines({ path, line, column, severity, message, claim, fact, help }: Finding): string {
  return [
    `${path}:${line}:${column} ${severity}`,
    message,
    `claim: ${claim.text}`,
    `truth: ${fact.text}`,
    ...(help === undefined ? [] : [`help: ${help}`]),
  ]
    .map(printable)
    .join("\n");
}
