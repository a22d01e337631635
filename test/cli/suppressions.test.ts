import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { AuditReport } from "../../src/core/finding.ts";
import { temporaryDirectory } from "../source/temporary-directory.ts";
import { run } from "./run.ts";

const queue = "docs/product/spec-candidates.md";
const comment = (words: string): string =>
  `# Queue\n\n## Promoted\n\n<!-- queue-lint-${words} -->\n- Tickets -> Spec 009\n`;

let root = "";
beforeEach(() => {
  root = temporaryDirectory({
    [queue]: comment("disable-next-line promotion/spec-exists -- the box office has it"),
    "specs/001-a/spec.md": "# A\n\nVisitors buy tickets and get them by mail.\n",
  });
});
const audit = (...flags: string[]) => run(["--rule", "scope/required-section:off", ...flags], { cwd: root });

describe("a comment with a rule and a reason", () => {
  it("hides what it is about, and the run does not fail", async () => {
    const { code, out } = await audit();
    expect(code).toBe(0);
    expect(out).toMatch(/(?:^|\n)1 suppressed\n\d+ claims: \d+ true, 1 broken.*\n$/);
    expect((await audit("--max-warnings", "0")).code).toBe(0);
  });

  it("is shown with its reason on request, in every format", async () => {
    expect((await audit("--show-suppressed")).out).toContain(`${queue}:6:3  suppressed error  promotion/spec-exists\n`);
    expect((await audit("--show-suppressed")).out).toContain(`  hidden the box office has it (${queue}:5)\n`);
    expect((await audit("--show-suppressed", "--format", "concise")).out).toContain(
      `[promotion/spec-exists] suppressed: the box office has it (${queue}:5)\n`,
    );
    expect((await audit("--show-suppressed", "--format", "github")).out).toMatch(
      /^::notice [^\n]*title=queue-lint promotion\/spec-exists \(suppressed\)::[^\n]*hidden: the box office has it/,
    );
    expect((await audit("--format", "github")).out).not.toContain("::");
  });

  it("is in the JSON report in any case", async () => {
    const report = JSON.parse((await audit("--format", "json", "--quiet")).out) as AuditReport;
    expect(report.findings).toMatchObject([
      {
        rule: "promotion/spec-exists",
        suppressed: true,
        suppression: { kind: "comment", reason: "the box office has it", path: queue, line: 5 },
      },
    ]);
    expect(report.summary).toEqual({ errors: 0, warnings: 0, infos: 0, suppressed: 1 });
    expect(report.coverage.held + report.coverage.broken + report.coverage.notChecked).toBe(report.coverage.examined);
  });

  it("cannot repaint a terminal with its reason", async () => {
    writeFileSync(join(root, queue), comment("disable-next-line promotion/spec-exists -- \u001B[2Jgone ##[error]x"));
    for (const format of ["text", "concise", "github"])
      expect((await audit("--show-suppressed", "--format", format)).out, format).not.toMatch(/\u001B|##\[/);
  });
});

describe("a comment that does not hold", () => {
  it.each([
    ["disable-next-line promotion/spec-exists", ["promotion/spec-exists", "suppression/reason"]],
    ["disable-next-line promotion/spec-exist -- typo", ["promotion/spec-exists", "suppression/reason"]],
    ["disable-next-line -- no rule", ["promotion/spec-exists", "suppression/reason"]],
    [
      "disable-next-line promotion/spec-exists until 2020-01-01 -- long ago",
      ["promotion/spec-exists", "suppression/expired"],
    ],
    [
      "disable-next-line promotion/spec-exists until soon -- some day",
      ["promotion/spec-exists", "suppression/expired"],
    ],
    ["disable-next-line promotion/once -- the wrong rule", ["promotion/spec-exists", "suppression/unused"]],
    ["disable-file suppression/unused, promotion/spec-exists -- both", ["suppression/reason"]],
  ])("“%s” is reported, once", async (words, rules) => {
    writeFileSync(join(root, queue), comment(words));
    const report = JSON.parse((await audit("--format", "json")).out) as AuditReport;
    expect(
      report.findings
        .filter((finding) => !finding.suppressed)
        .map((finding) => finding.rule)
        .sort(),
    ).toEqual(rules);
  });

  it("may name the rule of a plugin that is not loaded, which is not checked", async () => {
    writeFileSync(join(root, "house.mjs"), "export const rules = {};\n");
    writeFileSync(join(root, "queue-lint.config.json"), '{ "plugins": ["./house.mjs"] }');
    writeFileSync(join(root, queue), comment("disable-next-line promotion/spec-exists, house/no-parrots -- both"));
    const loaded = JSON.parse((await audit("--format", "json")).out) as AuditReport;
    expect(loaded.findings.map((finding) => finding.rule)).toContain("suppression/reason");
    const withheld = JSON.parse((await audit("--format", "json", "--no-plugins")).out) as AuditReport;
    expect(withheld.findings.map((finding) => finding.rule)).toEqual(["promotion/spec-exists"]);
    expect(withheld.notChecked).toContainEqual({
      rule: "suppression/reason",
      reason: "plugins are off (--no-plugins)",
    });
  });
});
