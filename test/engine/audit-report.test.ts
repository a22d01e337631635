import { expect, it } from "vitest";
import { buildModel } from "../../src/build-model.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { buildReport } from "../../src/engine/audit-report.ts";
import type { RunnableRule } from "../../src/engine/run-rule.ts";
import { runRules, type RunResult } from "../../src/engine/run-rules.ts";
import { defineRule, noOptions } from "../../src/rule-api/index.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const snapshot = memorySnapshot({
  "docs/product/spec-candidates.md":
    "# Q\n\n## Active\n\n- `Apple tree`: a.\n- `Pear tree`: b.\n\n## Promoted\n\n- Plum tree -> Spec 001 (`plum-tree`)\n",
  "specs/001-plum-tree/": "",
  "specs/002-other/": "",
  "specs/templates/": "",
});
const model = buildModel(snapshot, resolveConfig({}, { snapshot, rules: [] }).settings);

function rule(id: string, severity: RunnableRule["severity"], role: string): RunnableRule {
  const meta = { description: "Made up", severity, class: "fact", since: "0.0.0" } as const;
  return {
    id,
    severity,
    options: {},
    definition: defineRule({
      meta,
      options: noOptions,
      messages: { bad: { message: "Bad.", fact: "not there" } },
      check: ({ claims, report }) => {
        for (const one of claims.of("candidate")) if (one.role === role) report("bad", one);
      },
    }),
  };
}
const run = runRules(
  [rule("a/c", "info", "active"), rule("a/a", "error", "active"), rule("a/b", "warning", "promoted")],
  model,
);
const subject = { root: "/repository", tree: "work tree", version: "1.2.3", seen: ["openspec/"] };

it("says what was audited, what was found, and what the repository holds", () => {
  expect(buildReport(subject, model, run)).toEqual({
    version: 1,
    tool: { name: "queue-lint", version: "1.2.3" },
    root: "/repository",
    tree: "work tree",
    findings: run.findings,
    notChecked: [],
    notApplicable: [],
    inputs: expect.arrayContaining([]) as unknown,
    seen: ["openspec/"],
    rulesRun: ["a/a", "a/b", "a/c"],
    coverage: { examined: 3, held: 0, broken: 3, notChecked: 0, unread: [] },
    entries: { active: 2, manual: 0, deferred: 0, promoted: 1, superseded: 0 },
    specs: 2,
    summary: { errors: 2, warnings: 1, infos: 2, suppressed: 0 },
  });
});

it("counts what is suppressed apart from what is shown", () => {
  const hidden: RunResult = {
    ...run,
    findings: run.findings.map((finding) => ({ ...finding, suppressed: finding.severity === "error" })),
  };
  expect(buildReport(subject, model, hidden).summary).toEqual({ errors: 0, warnings: 1, infos: 2, suppressed: 2 });
});
