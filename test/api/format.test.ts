import { describe, expect, it } from "vitest";
import { format, lintSnapshot } from "../../src/index.ts";
import { reporters } from "../../src/reporters/index.ts";
import { refusalOf } from "./refusal-of.ts";

const report = lintSnapshot(
  { "docs/product/spec-candidates.md": "# Queue\n\n## Promoted\n\n- Tide tables -> Spec 007\n- Log\n" },
  { today: "2026-11-30" },
);
const call = format as (report: unknown, name: unknown, options?: unknown) => unknown;

describe("format", () => {
  it.each(Object.keys(reporters))("renders %s", (name) => {
    expect(call(report, name)).toContain("spec-candidates.md");
  });

  it("takes a report that was JSON, also one with fields of a later version", () => {
    const read: unknown = { ...(JSON.parse(format(report, "json")) as object), later: [1] };
    expect(call(read, "concise")).toBe(format(report, "concise"));
  });

  it("says what the rules require where the format does", () => {
    expect(format(report, "sarif")).toContain("Require each needed role to have one section, and no role to have two");
  });

  it("goes by the options", () => {
    expect(format(report, "text", { color: true })).toContain("\u001B[");
    expect(format(report, "text")).not.toContain("\u001B[");
    expect(format(report, "agent", { maxTokens: 1 }).length).toBeLessThan(format(report, "agent").length);
  });
});

describe("format refuses", () => {
  it.each<[string, readonly unknown[], string, string]>([
    ["no report", [undefined, "text"], "The report must be an object, not nothing.", "format(report, …)"],
    ["a promise of one", [Promise.resolve(report), "text"], "not a Promise", "format(report, …)"],
    ["findings alone", [report.findings, "text"], "not a list", "format(report, …)"],
    [
      "a report with a hole",
      [{ ...report, findings: [{ ...report.findings[0], line: undefined }] }, "text"],
      "“findings[0].line”: expected a number, got nothing",
      "format(report, …)",
    ],
    [
      "a format that is misspelt",
      [report, "sarfi"],
      "There is no format “sarfi”; did you mean “sarif”?",
      "format(…, name)",
    ],
    ["a name of every object", [report, "constructor"], "There is no format “constructor”", "format(…, name)"],
    ["no name", [report, undefined], "The name of a format must be a text, not nothing.", "format(…, name)"],
    ["an option that is misspelt", [report, "text", { colour: true }], "did you mean “color”?", "format(…, options)"],
    ["a number that is none", [report, "agent", { maxTokens: -1 }], "“maxTokens”", "format(…, options)"],
  ])("%s", async (_what, ...[[given, name, options], message, place]) => {
    const refusal = await refusalOf(() => call(given, name, options));
    expect(refusal.message).toContain(message);
    expect(refusal.place).toBe(place);
  });
});
