import { Ajv } from "ajv";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { z } from "zod";
import type { AuditReport } from "../../src/core/finding.ts";
import type { FormatOptions } from "../../src/reporters/reporter.ts";
import { reporters } from "../../src/reporters/index.ts";
import { reportJsonSchema, reportSchema } from "../../src/reporters/report-schema.ts";
import { lintSnapshot } from "../../src/api/lint-snapshot.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { madeUpFinding, madeUpReport } from "./made-up-report.ts";

const plain = { color: false, links: false, quiet: false };
const render = (name: string, report: AuditReport, options: Partial<FormatOptions> = {}): string =>
  reporters[name]?.render(report, { ...plain, ...options }) ?? "";
const hostile = madeUpFinding({
  message: "one\n::error::two \u001B[31mred ##[error]three",
  path: "docs/a,b:c%.md",
  claim: {
    text: "::set-output name=x::y\r\n\u001B]8;;http://evil\u0007click\u202Eabc\u0000",
    path: "docs/a.md",
    line: 1,
  },
  fact: { text: "\u001B[2Jgone", path: "specs/\u001B[31m" },
});

describe("text", () => {
  it("says what is wrong under the place, then the claim, and the truth where the sentence did not say it, and says last what was examined", () => {
    expect(render("text", madeUpReport([madeUpFinding()])).split("\n")).toEqual([
      "read  docs/queue.md (queue)",
      "",
      "docs/queue.md:12:3  error  promotion/spec-exists",
      "  “Seat maps” is promoted to Spec 014, but specs has no 014-* directory.",
      "  claim  Seat maps -> Spec 014",
      "  help   Correct the number.",
      "",
      "1 error",
      "9 claims: 8 true, 1 broken",
      "",
    ]);
  });

  it("adds the place of the truth when its words do not say it", () => {
    const finding = madeUpFinding({ fact: { text: "the line says Spec 12", path: "docs/ledger.md", line: 7 } });
    expect(render("text", madeUpReport([finding]))).toContain("truth  the line says Spec 12  (docs/ledger.md:7)\n");
  });

  it("says what a fix would do, and how it is applied", () => {
    const edits = [{ path: "docs/queue.md", offset: 0, endOffset: 1, text: "" }];
    const safe = madeUpFinding({ fix: { kind: "safe", description: "Write Spec 013.", edits } });
    const suggested = madeUpFinding({
      line: 20,
      fix: { kind: "suggest", description: "Write \u001B[31mSpec 013.", edits },
    });
    const lines = render("text", madeUpReport([safe, suggested])).split("\n");
    expect(lines.filter((line) => line.startsWith("  fix"))).toEqual([
      "  fix    Write Spec 013.  (run with --fix)",
      "  fix    Write \\x1b[31mSpec 013.  (run with --fix=suggest promotion/spec-exists)",
    ]);
  });

  it("says what was not checked, and why", () => {
    const report = madeUpReport([], {
      notChecked: [{ rule: "active/not-implemented", reason: "there is no ledger" }],
      coverage: { examined: 9, held: 7, broken: 0, notChecked: 2 },
    });
    expect(render("text", report)).toBe(
      "read  docs/queue.md (queue)\n\nno findings\n9 claims: 7 true, 2 not checked   (1 rule could not run: --verbose says why)\n",
    );
    expect(render("text", report, { verbose: true })).toBe(
      "read  docs/queue.md (queue)\n\nnot checked  active/not-implemented: there is no ledger\nno findings\n9 claims: 7 true, 2 not checked\n",
    );
  });

  it("is wrapped to the width of a terminal, with the words of a line below each other", () => {
    const message = "“Seat maps” is promoted to Spec 014, but the directory of specs has nothing that begins with 014.";
    const lines = render(
      "text",
      madeUpReport([madeUpFinding({ message, help: `${"Look again. ".repeat(12)}Done.` })]),
      {
        width: 60,
        color: true,
      },
    )
      .replaceAll(/\u001B\[\d+m/g, "")
      .split("\n");
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
    expect(lines.slice(3, 5)).toEqual([
      "  “Seat maps” is promoted to Spec 014, but the directory of",
      "  specs has nothing that begins with 014.",
    ]);
    expect(lines.filter((line) => /^ {9}\S/.test(line)).length).toBeGreaterThan(1);
    expect(render("text", madeUpReport([madeUpFinding({ message })]))).toContain(`  ${message}\n`);
  });

  it("shows five findings alike, and one line for the rest", () => {
    const many = madeUpReport(Array.from({ length: 12 }, (_, index) => madeUpFinding({ line: index + 1 })));
    const output = render("text", many);
    expect(output.match(/^ {2}claim/gm)).toHaveLength(5);
    expect(output).toContain(
      "\n\nand 7 more of promotion/spec-exists: docs/queue.md:6, docs/queue.md:7, docs/queue.md:8, … (--verbose shows them)\n\n12 errors\n",
    );
    expect(render("text", many, { verbose: true }).match(/^ {2}claim/gm)).toHaveLength(12);
    const six = madeUpReport(many.findings.slice(0, 6));
    expect(render("text", six).match(/^ {2}claim/gm)).toHaveLength(6);
  });

  it("says how many can be fixed, and how", () => {
    const edits = [{ path: "docs/queue.md", offset: 0, endOffset: 1, text: "" }];
    const safe = madeUpFinding({ fix: { kind: "safe", description: "Write it.", edits } });
    const suggested = madeUpFinding({ fix: { kind: "suggest", description: "Write it.", edits } });
    expect(render("text", madeUpReport([safe, suggested, suggested]))).toContain(
      "\n3 errors   1 can be fixed with --fix, 2 with --fix=suggest RULE\n",
    );
    expect(render("text", madeUpReport([suggested]))).toContain("\n1 error   1 can be fixed with --fix=suggest RULE\n");
  });

  it("shows no sentence that a runner takes for a command", () => {
    const finding = madeUpFinding({
      message: "::stop-commands::x",
      claim: { text: "::error::x", path: "a.md", line: 1 },
    });
    const output = render("text", madeUpReport([finding]));
    expect(output.split("\n").filter((line) => line.trimStart().startsWith("::"))).toEqual([]);
  });

  it("colours and links only when told so", () => {
    const report = madeUpReport([madeUpFinding()]);
    expect(render("text", report)).not.toContain("\u001B");
    expect(render("text", report, { color: true })).toContain("\u001B[31merror\u001B[0m");
    expect(render("text", report, { color: true, links: true })).toContain(
      "\u001B]8;;https://example.org/promotion/spec-exists.md\u0007promotion/spec-exists",
    );
  });

  it("shows errors only when quiet, and still what was examined", () => {
    const report = madeUpReport([madeUpFinding(), madeUpFinding({ severity: "warning", line: 20 })]);
    expect(render("text", report, { quiet: true })).not.toContain(":20:");
    expect(render("text", report, { quiet: true })).toMatch(/1 error, 1 warning\n9 claims/);
  });
});

describe("concise", () => {
  it("takes one line a finding", () => {
    expect(render("concise", madeUpReport([madeUpFinding()]))).toBe(
      "docs/queue.md:12:3: error: “Seat maps” is promoted to Spec 014, but specs has no 014-* directory. [promotion/spec-exists]\n9 claims: 8 true, 1 broken\n",
    );
  });
});

describe("github", () => {
  it("escapes messages and properties as GitHub's toolkit does", () => {
    const [line] = render("github", madeUpReport([madeUpFinding({ path: "a,b:c%.md", message: "100% wrong" })])).split(
      "\n",
    );
    expect(line).toMatch(
      /^::error file=a%2Cb%3Ac%25\.md,line=12,endLine=12,col=3,endColumn=30,title=queue-lint promotion\/spec-exists::100%25 wrong%0Aclaim: /,
    );
  });

  it("turns advisories into notices", () => {
    expect(render("github", madeUpReport([madeUpFinding({ severity: "info" })]))).toMatch(/^::notice /);
  });
});

describe("hostile words", () => {
  it.each(["text", "concise", "github"])("cannot repaint a terminal or give a command in %s", (name) => {
    const output = render(name, madeUpReport([hostile], { notChecked: [{ rule: "a/b", reason: "\n::error::x" }] }));
    expect(output).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
    // The runner takes this for a command wherever it stands in a line.
    expect(output).not.toContain("##[");
    const commands = output.split("\n").filter((line) => line.startsWith("::"));
    expect(commands).toHaveLength(name === "github" ? 1 : 0);
  });
});

describe("json", () => {
  const files = {
    "docs/product/spec-candidates.md":
      "# Queue\n\n## Active\n\n- `Seat maps` -> Spec 014\n\n## Promoted\n\n- Hall plans -> Spec 2\n- `Row letters`\n",
    "specs/001-a/spec.md": "# A\n",
  };
  const report = lintSnapshot(memorySnapshot(files));

  it("is the report, and fits its published schema", () => {
    const parsed: unknown = JSON.parse(render("json", report));
    expect(parsed).toEqual(report);
    expect(report.findings.length).toBeGreaterThan(2);
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const validate = ajv.compile(reportJsonSchema());
    expect(validate(parsed), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...report, extra: 1 })).toBe(false);
    expect(reportSchema.parse(parsed)).toEqual(report);
  });

  it("has a schema with the keys and values of the type", () => {
    type Schema = z.output<typeof reportSchema>;
    expectTypeOf<keyof Schema>().toEqualTypeOf<keyof AuditReport>();
    expectTypeOf<keyof Schema["findings"][number]>().toEqualTypeOf<keyof AuditReport["findings"][number]>();
    type Counts = Omit<AuditReport["coverage"], "unread">;
    expectTypeOf<Omit<Schema["coverage"], "unread">>().toEqualTypeOf<{ -readonly [Key in keyof Counts]: number }>();
    // Base and fixed findings are there only when two trees are compared, what is elsewhere only when paths are named.
    expect(
      Object.keys(reportSchema.shape)
        .filter((key) => !["base", "fixed", "narrowed"].includes(key))
        .sort(),
    ).toEqual(Object.keys(report).sort());
  });
});
