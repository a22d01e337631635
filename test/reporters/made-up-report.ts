import type { AuditReport, Finding } from "../../src/core/finding.ts";

export function madeUpFinding(over: Partial<Finding> = {}): Finding {
  return {
    rule: "promotion/spec-exists",
    severity: "error",
    message: "“Seat maps” is promoted to Spec 014, but specs has no 014-* directory.",
    path: "docs/queue.md",
    line: 12,
    column: 3,
    endLine: 12,
    endColumn: 30,
    claim: { text: "Seat maps -> Spec 014", path: "docs/queue.md", line: 12 },
    fact: { text: "specs has no 014-* directory", path: "specs" },
    help: "Correct the number.",
    url: "https://example.org/promotion/spec-exists.md",
    fingerprint: "promotion/spec-exists:docs/queue.md:seat maps",
    suppressed: false,
    ...over,
  };
}

export function madeUpReport(findings: readonly Finding[], over: Partial<AuditReport> = {}): AuditReport {
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    tool: { name: "queue-lint", version: "0.0.0" },
    root: "/repository",
    tree: "work tree",
    findings,
    rulesRun: ["promotion/spec-exists"],
    notChecked: [],
    notApplicable: [],
    inputs: [{ role: "queue", path: "docs/queue.md" }],
    seen: [],
    coverage: { examined: 9, held: 9 - findings.length, broken: findings.length, notChecked: 0 },
    entries: { active: 1, manual: 2, deferred: 3, promoted: 4, superseded: 5 },
    specs: 6,
    summary: { errors: count("error"), warnings: count("warning"), infos: count("info"), suppressed: 0 },
    ...over,
  };
}
