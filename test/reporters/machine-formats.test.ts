import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { AuditReport, Finding } from "../../src/core/finding.ts";
import { reporters } from "../../src/reporters/index.ts";
import type { RenderOptions } from "../../src/reporters/reporter.ts";
import { checkstyleXsd, gitlabSchema, junitXsd, rdjsonSchema } from "./format-schemas.ts";
import { publishedOptions } from "../../src/cli/action/published-options.ts";
import { madeUpFinding, madeUpReport } from "./made-up-report.ts";

const render = (name: string, report: AuditReport, options: Partial<RenderOptions> = {}): string =>
  reporters[name]?.render(report, { color: false, links: false, quiet: false, ...options }) ?? "";

/** Words that would be a command, markup, a link, a mention or an end of whatever surrounds them. */
const hostile = madeUpFinding({
  rule: "active/exclusive",
  message: "::error::x ]]> </failure> <!-- \u0000\u001B[31m",
  path: "docs/a b,c%#?.md",
  claim: {
    text: "<img src=x onerror=alert(1)> | `code` @everyone [click](http://evil) ##[error]\n::set-output\u202E",
    path: "docs/a.md",
    line: 1,
  },
  fact: { text: '"quoted" & <b>bold</b>', path: "specs/ü/x.md", line: 3 },
});
const warning = madeUpFinding({ severity: "warning", line: 20, rule: "history/move-note" });
const suppressed = madeUpFinding({
  line: 30,
  suppressed: true,
  suppression: { kind: "comment", reason: "because <x>", path: "a.md", line: 1 },
});
const report = madeUpReport([madeUpFinding(), hostile, warning, suppressed], {
  rulesRun: ["active/exclusive", "history/move-note", "promotion/spec-exists", "status/regression", "roadmap/orphan"],
  notChecked: [{ rule: "status/regression", reason: "no <base> \u001B", needs: "history" }],
});
const compared: AuditReport = {
  ...report,
  base: { name: "main", commit: "1".repeat(40) },
  findings: report.findings.map((finding, index): Finding => ({
    ...finding,
    state: index === 0 ? "introduced" : "existing",
  })),
  fixed: [madeUpFinding({ line: 99 })],
  summary: { ...report.summary, existing: 2, fixed: 1 },
};

describe("sarif", () => {
  const path = createRequire(import.meta.url)
    .resolve("@microsoft/jest-sarif")
    .replace(/lib\/.*$/, "lib/schemas/sarif-2.1.0-rtm.5.json");
  const schema = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  const validate: ValidateFunction = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$schema" && key !== "id")),
  );

  it.each([
    ["plain", report],
    ["compared", compared],
    ["empty", madeUpReport([])],
  ])("fits the schema of SARIF 2.1.0: %s", (_, one) => {
    expect(validate(JSON.parse(render("sarif", one))), JSON.stringify(validate.errors)).toBe(true);
  });

  it("has the truth side as related location, what hides a finding, and its state", () => {
    const [run] = (JSON.parse(render("sarif", compared)) as { runs: { results: Record<string, unknown>[] }[] }).runs;
    expect(run?.results).toHaveLength(5);
    expect(run?.results[1]).toMatchObject({
      relatedLocations: [
        { physicalLocation: { artifactLocation: { uri: "specs/%C3%BC/x.md" }, region: { startLine: 3 } } },
      ],
      locations: [{ physicalLocation: { artifactLocation: { uri: "docs/a%20b%2Cc%25%23%3F.md" } } }],
    });
    expect(run?.results.map((one) => one["baselineState"])).toEqual([
      "new",
      "unchanged",
      "unchanged",
      "unchanged",
      "absent",
    ]);
    expect(run?.results.filter((one) => one["suppressions"] !== undefined)).toHaveLength(1);
  });

  it("leaves out what GitHub would not show, the least severe first, and says so", () => {
    const many = [
      ...Array.from({ length: 5_000 }, (_, index) => madeUpFinding({ severity: "warning", line: index + 1 })),
      madeUpFinding({ line: 9_999 }),
    ];
    const [run] = (
      JSON.parse(render("sarif", madeUpReport(many))) as {
        runs: {
          results: { level: string }[];
          invocations: { toolExecutionNotifications: { message: { text: string } }[] }[];
        }[];
      }
    ).runs;
    expect(run?.results).toHaveLength(5_000);
    expect(run?.results[0]?.level).toBe("error");
    expect(run?.invocations[0]?.toolExecutionNotifications[0]?.message.text).toMatch(/^1 results are left out/);
  });
});

const reports = [
  ["plain", report],
  ["compared", compared],
  ["empty", madeUpReport([])],
] as const;

describe.each([
  ["junit", junitXsd],
  ["checkstyle", checkstyleXsd],
])("%s", (name, schema) => {
  const faults = async (contents: string): Promise<readonly unknown[]> =>
    (await validateXML({ xml: [{ fileName: `${name}.xml`, contents }], extension: "schema", schema: [schema] })).errors;

  it.each(reports)("is valid by its schema: %s", async (_, one) => {
    expect(await faults(render(name, one))).toEqual([]);
  });

  it("would not be with an attribute that nobody documents", async () => {
    expect(await faults(render(name, report).replace(/(<(?:testcase|error) )/, '$1extra="x" '))).not.toEqual([]);
  });
});

describe.each([
  ["gitlab", gitlabSchema],
  ["rdjson", rdjsonSchema],
])("%s", (name, schema) => {
  const validate = new Ajv({ strict: false }).compile(schema);

  it.each(reports)("is valid by its schema: %s", (_, one) => {
    expect(validate(JSON.parse(render(name, one))), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe("junit", () => {
  it("fails for errors alone, skips what was not checked, and passes the rest", () => {
    const xml = render("junit", report);
    expect(xml).toContain('<testsuite name="queue-lint" tests="5" failures="2" errors="0" skipped="1" time="0">');
    expect(xml).toMatch(/name="history\/move-note"[^>]*>\s*<system-out>/);
    expect(xml).toContain('<testcase name="roadmap/orphan" classname="queue-lint.roadmap" time="0"/>');
    expect(render("junit", compared, { showExisting: true })).toContain('tests="5" failures="1"');
  });
});

describe("gitlab", () => {
  it("has what GitLab asks of each issue", () => {
    const issues = JSON.parse(render("gitlab", report)) as Record<string, unknown>[];
    expect(issues).toHaveLength(3);
    expect(issues[0]).toEqual({
      description: expect.stringContaining("Truth: ") as string,
      check_name: "promotion/spec-exists",
      fingerprint: expect.any(String) as string,
      severity: "major",
      location: { path: "docs/queue.md", lines: { begin: 12, end: 12 } },
    });
  });
});

describe("rdjson", () => {
  it("gives places by whole lines, and the truth as a related one", () => {
    const { diagnostics } = JSON.parse(render("rdjson", report)) as { diagnostics: Record<string, unknown>[] };
    expect(diagnostics[1]).toMatchObject({
      severity: "ERROR",
      code: { value: "active/exclusive" },
      location: { range: { start: { line: 12 }, end: { line: 12 } } },
      relatedLocations: [{ location: { path: "specs/ü/x.md", range: { start: { line: 3 } } } }],
    });
  });
});

describe("agent", () => {
  it("puts the worst first, and says each way out once", () => {
    const output = render("agent", madeUpReport([warning, madeUpFinding(), madeUpFinding({ line: 40 })]));
    expect(output.split("\n").filter((line) => /^(?:error|warning)/.test(line))).toEqual([
      "error promotion/spec-exists docs/queue.md:12 “Seat maps” is promoted to Spec 014, but specs has no 014-* directory.",
      "error promotion/spec-exists docs/queue.md:40 “Seat maps” is promoted to Spec 014, but specs has no 014-* directory.",
      expect.stringMatching(/^warning history\/move-note docs\/queue\.md:20 ./),
    ]);
    expect(output.match(/do: Correct the number\./g)).toHaveLength(1);
  });

  it("says what it left out", () => {
    const many = madeUpReport(Array.from({ length: 50 }, (_, index) => madeUpFinding({ line: index + 1 })));
    const output = render("agent", many, { maxTokens: 300 });
    const shown = output.match(/^error /gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(2);
    expect(output).toContain(`${50 - shown} more findings are left out`);
    expect(output.length / 3.5).toBeLessThan(300);
  });
});

describe("markdown", () => {
  it("shows words of the documents as code alone", () => {
    const output = render("markdown", compared);
    const outside = output.replaceAll(/<code>[^<]*<\/code>/g, "");
    expect(outside).not.toMatch(/@|onerror|evil|##\[|<img|<b>/);
    expect(output).not.toMatch(/<img|<b>|`/);
    // Each finding is one line.
    expect(output.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(4);
  });

  it("begins with a headline in words, and says how to mend it", () => {
    const edits = [{ path: "docs/queue.md", offset: 0, endOffset: 1, text: "" }];
    const safe = madeUpFinding({ fix: { kind: "safe", description: "Write it.", edits }, state: "introduced" });
    const output = render("markdown", { ...compared, findings: [safe, warning] });
    expect(output).toMatch(/^\*\*queue-lint: this change breaks 2 claims\*\*\n\n.* · 1 can be fixed with `--fix`\n/);
    expect(output).toContain("<code>Correct the number.</code> · `queue-lint --fix`");
    expect(render("markdown", madeUpReport([]))).toMatch(/^\*\*queue-lint: nothing is broken\*\*/);
    expect(render("markdown", madeUpReport([safe]))).toMatch(/^\*\*queue-lint: 1 claim is broken\*\*/);
  });

  it("links places when it is told where they are", () => {
    const output = render(
      "markdown",
      compared,
      publishedOptions({
        filesUrl: "https://forge.example/o/r/blob/abc1234",
        pullRequest: undefined,
      }),
    );
    expect(output).toContain('<a href="https://forge.example/o/r/blob/abc1234/docs/queue.md#L12">');
    expect(output).toContain('<a href="https://forge.example/o/r/blob/abc1234/docs/a%20b%2Cc%25%23%3F.md#L12">');
  });

  it("has introduced, existing and fixed findings, what was not checked, and the coverage", () => {
    const output = render("markdown", compared);
    for (const words of ["### Introduced", "Existing: 2", "Fixed: 1", "Not checked", "| claims examined |"])
      expect(output).toContain(words);
  });
});

describe.each(["sarif", "junit", "checkstyle", "gitlab", "rdjson", "agent", "markdown"])("%s", (name) => {
  it("cannot repaint a terminal or give a command", () => {
    const output = render(name, report);
    expect(output).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
    expect(output).not.toContain("##[");
    expect(output.split("\n").filter((line) => line.trimStart().startsWith("::"))).toEqual([]);
  });
});
