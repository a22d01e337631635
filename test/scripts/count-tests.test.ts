import { describe, expect, it } from "vitest";
import { countTests } from "../../scripts/count-tests.ts";

function file(status: string, ...tests: readonly (string | readonly [status: string, fullName: string])[]) {
  const assertionResults = tests.map((test) =>
    typeof test === "string" ? { status: test, fullName: "a test" } : { status: test[0], fullName: test[1] },
  );
  return { status, assertionResults };
}

const none = { skipped: [] };

describe("countTests", () => {
  it("counts tests over all files", () => {
    const report = { testResults: [file("passed", "passed"), file("failed", "passed", "failed", "failed")] };
    expect(countTests(report, false)).toEqual({ passed: 2, failed: 2, ...none });
  });

  it("counts a file that could not be loaded", () => {
    const report = { testResults: [file("passed", "passed"), file("failed")] };
    expect(countTests(report, false)).toEqual({ passed: 1, failed: 1, ...none });
  });

  it("never calls a failed run a success", () => {
    expect(countTests({ testResults: [file("passed", "passed")] }, false)).toEqual({ passed: 1, failed: 1, ...none });
    expect(countTests({ testResults: [] }, false)).toEqual({ passed: 0, failed: 1, ...none });
  });

  it("says what skipped tests need, whichever title names it", () => {
    const report = {
      testResults: [
        file("passed", ["skipped", "links (needs POSIX) are followed"]),
        file(
          "passed",
          "passed",
          ["skipped", "a page (needs Chromium) is wide"],
          ["skipped", "a page (needs Chromium)"],
        ),
      ],
    };
    expect(countTests(report, true)).toEqual({
      passed: 1,
      failed: 0,
      skipped: [
        { reason: "needs Chromium", tests: 2 },
        { reason: "needs POSIX", tests: 1 },
      ],
    });
  });

  it("takes a test that is skipped in silence for a failure", () => {
    const report = { testResults: [file("passed", "passed", ["todo", "some day (really)"], "skipped")] };
    expect(countTests(report, true)).toEqual({
      passed: 1,
      failed: 2,
      skipped: [{ reason: "no reason is given", tests: 2 }],
    });
  });
});
