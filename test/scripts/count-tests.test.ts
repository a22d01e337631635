import { describe, expect, it } from "vitest";
import { countTests } from "../../scripts/count-tests.ts";

function file(status: string, ...tests: readonly string[]) {
  return { status, assertionResults: tests.map((test) => ({ status: test })) };
}

describe("countTests", () => {
  it("counts tests over all files, and neither skipped nor planned ones", () => {
    const report = {
      testResults: [file("passed", "passed", "skipped", "todo"), file("failed", "passed", "failed", "failed")],
    };
    expect(countTests(report, false)).toEqual({ passed: 2, failed: 2 });
  });

  it("counts a file that could not be loaded", () => {
    expect(countTests({ testResults: [file("passed", "passed"), file("failed")] }, false)).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it("never calls a failed run a success", () => {
    expect(countTests({ testResults: [file("passed", "passed")] }, false)).toEqual({ passed: 1, failed: 1 });
    expect(countTests({ testResults: [] }, false)).toEqual({ passed: 0, failed: 1 });
  });
});
