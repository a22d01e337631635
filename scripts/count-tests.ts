/** The part of vitest's JSON report that is counted. */
export interface TestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** Counts tests. A file that fails without a failed test, and a run that fails without a failed file, count as one failure. */
export function countTests(report: TestReport, succeeded: boolean): Count {
  const states = report.testResults.flatMap(({ status, assertionResults }) => {
    const own = assertionResults.map((result) => result.status);
    return status === "failed" && !own.includes("failed") ? [...own, "failed"] : own;
  });
  const failed = states.filter((status) => status === "failed").length;
  return {
    passed: states.filter((status) => status === "passed").length,
    failed: failed === 0 && !succeeded ? 1 : failed,
  };
}
