import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { lintSnapshot } from "../../src/api/lint-snapshot.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { lineOf, roadmap, type Files } from "./corpus-break.ts";
import { queueBreaks } from "./corpus-queue-breaks.ts";
import { referenceBreaks } from "./corpus-reference-breaks.ts";
import { statusBreaks } from "./corpus-status-breaks.ts";

const corpus = join(import.meta.dirname, "../../../shared/corpus/tenantpilot");
const present = existsSync(corpus);
if (!present) console.warn(`skipped: ${corpus} is not here, so the first real input is not audited`);

function load(folder = ""): Files {
  return Object.assign(
    {},
    ...readdirSync(join(corpus, folder)).map((name): Files => {
      const path = folder === "" ? name : `${folder}/${name}`;
      return statSync(join(corpus, path)).isDirectory()
        ? load(path)
        : { [path]: readFileSync(join(corpus, path), "utf8") };
    }),
  ) as Files;
}

const audit = (files: Files) => lintSnapshot(memorySnapshot(files, { today: "2026-05-03" }));

/** Findings at error and warning level as `rule path:line`. */
const findings = (files: Files): string[] =>
  audit(files)
    .findings.filter((finding) => finding.severity !== "info")
    .map((finding) => `${finding.rule} ${finding.path}:${finding.line}`);

describe.skipIf(!present)("the first real input (needs ../shared/corpus)", () => {
  const files = present ? load() : {};

  it("reports no error and no warning, and counts what is there", () => {
    const report = audit(files);
    expect(report.findings.filter((finding) => finding.severity !== "info")).toEqual([]);
    expect(report.entries).toEqual({ active: 0, manual: 8, deferred: 4, promoted: 50, superseded: 11 });
    expect(report.specs).toBe(53);
    expect(report.coverage.broken).toBe(0);
    expect(report.coverage.held).toBeGreaterThan(200);
  });

  it("gives the heuristics one thing to report: the roadmap orders candidates too", () => {
    const heuristics = rules.filter(({ definition }) => definition.meta.class === "heuristic");
    const snapshot = memorySnapshot(files, { today: "2026-05-03" });
    const overrides = { rules: Object.fromEntries(heuristics.map(({ id }) => [id, "warning" as const])) };
    const report = lintSnapshot(snapshot, overrides);
    expect(heuristics.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["active/overlap", "active/resembles-spec", "scope/orphan-entry"]),
    );
    expect(report.rulesRun).toEqual(expect.arrayContaining(heuristics.map(({ id }) => id)));
    expect(report.findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual([`roadmap/competing-queue ${roadmap}`]);
  });

  it.each([...queueBreaks, ...referenceBreaks, ...statusBreaks])(
    "reports $name once, at its own line",
    ({ make, expected }) => {
      const broken = make(files);
      const wanted = expected.map(([rule, path, line]) => {
        const text = broken[path];
        // The second of two equal lines is the one to report.
        if (String(line) === "/^$/")
          return `${rule} ${path}:${lineOf(text ?? "", /^- Provider Boundary Hardening/) + 1}`;
        if (line instanceof RegExp && line.source === "^- \\*\\*Priority\\*\\*: 7$")
          return `${rule} ${path}:${(text ?? "").split("\n").lastIndexOf("- **Priority**: 7") + 1}`;
        return `${rule} ${path}:${text === undefined ? 1 : lineOf(text, line)}`;
      });
      expect(findings(broken).sort()).toEqual([...wanted].sort());
    },
  );

  it("does not depend on line endings or a byte-order mark", () => {
    const crlf = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, `\uFEFF${text.replaceAll("\n", "\r\n")}`]),
    );
    expect(findings(crlf)).toEqual([]);
    expect(audit(crlf).entries).toEqual(audit(files).entries);
  });
});
