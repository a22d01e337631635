/** The part of vitest's JSON report that is counted. */
export interface TestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status: string;
      /** The titles of the test and of what it is in, joined by spaces. */
      readonly fullName: string;
    }[];
  }[];
}

export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** What the skipped tests would have needed, with their number; most of them first. */
  readonly skipped: readonly Skipped[];
}

export interface Skipped {
  /** As a title names it: “needs Chromium”. */
  readonly reason: string;
  readonly tests: number;
}

/** Counts tests. A file that fails without a failed test, a run that fails without a failed file, and a skipped test that does not say why, count as failures. */
export function countTests(report: TestReport, succeeded: boolean): Count {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((result) => result.status === "failed"),
  );
  const passed = tests.filter(({ status }) => status === "passed").length;
  const failed = tests.filter(({ status }) => status === "failed").length + broken.length;
  const skipped = skippedTests(tests.filter(({ status }) => status !== "passed" && status !== "failed"));
  const silent = skipped.find(({ reason }) => reason === noReason)?.tests ?? 0;
  return { passed, failed: failed + silent === 0 && !succeeded ? 1 : failed + silent, skipped };
}

const noReason = "no reason is given";

function skippedTests(tests: readonly { readonly fullName: string }[]): Skipped[] {
  const counts = new Map<string, number>();
  for (const { fullName } of tests) {
    const reason = /\((needs [^)]+)\)/.exec(fullName)?.[1] ?? noReason;
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts]
    .map(([reason, number]) => ({ reason, tests: number }))
    .sort((one, other) => other.tests - one.tests);
}
