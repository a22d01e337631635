import { describe, expect, it } from "vitest";
import { buildModel } from "../../src/build-model.ts";
import { readBaseline } from "../../src/config/read-baseline.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { Exceptions } from "../../src/core/exceptions.ts";
import type { ExceptionOptions } from "../../src/engine/judge-exceptions.ts";
import type { RunnableRule } from "../../src/engine/run-rule.ts";
import { runRules } from "../../src/engine/run-rules.ts";
import { defineRule, noOptions, type RuleContext } from "../../src/rule-api/index.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const path = "docs/product/spec-candidates.md";
const baseline = JSON.stringify({
  version: 1,
  findings: {
    [`a/bad:${path}:pear tree`]: 2,
    [`a/bad:${path}:plum tree`]: 1,
    [`a/off:${path}:x`]: 1,
    [`a/unsure:${path}:x`]: 1,
  },
});
const snapshot = memorySnapshot({
  [path]:
    "# Q\n\n## Active\n\n<!-- queue-lint-disable-next-line a/bad, a/unsure -- why -->\n- `Apple tree`: a.\n- `Pear tree`: b.\n",
  "b.json": baseline,
});
const model = buildModel(snapshot, resolveConfig({}, { snapshot, rules: [] }).settings);

function rule(id: string, check: (context: RuleContext<unknown, "bad">) => void): RunnableRule {
  const meta = { description: "Made up", severity: "error", class: "fact", since: "0.0.0" } as const;
  return {
    id,
    severity: "error",
    options: {},
    definition: defineRule({
      meta,
      options: noOptions,
      messages: { bad: { message: "Bad.", fact: "not there" } },
      check,
    }),
  };
}

const bad = rule("a/bad", ({ claims, report }) => claims.of("candidate").forEach((one) => report("bad", one)));
const unsure = rule("a/unsure", ({ notChecked }) => notChecked("nobody knows"));

/** What a rule of the group `suppression` sees, and what one of another group sees. */
function seen(given: ExceptionOptions = {}) {
  const found: Record<string, Exceptions> = {};
  const witness = (id: string): RunnableRule => rule(id, ({ exceptions }) => void (found[id] = exceptions));
  const run = runRules([witness("suppression/witness"), witness("z/witness"), bad, unsure], model, given);
  return { run, judging: found["suppression/witness"]!, other: found["z/witness"]! };
}

describe("a rule of the group suppression", () => {
  it("runs after all others and sees what comments hide", () => {
    const { judging, run } = seen();
    const [claim] = model.claims.of("suppression");
    expect([
      judging.hidden(claim!, "a/bad"),
      judging.hidden(claim!, "a/unsure"),
      judging.hidden(claim!, "a/other"),
    ]).toEqual([1, 0, 0]);
    expect(run.rulesRun).toEqual(["a/bad", "a/unsure", "suppression/witness", "z/witness"]);
    expect(run.findings.map((finding) => finding.suppressed)).toEqual([true, false]);
  });

  it("sees why the silence of a rule proves nothing", () => {
    const { inconclusive } = seen().judging;
    expect(["a/bad", "a/unsure", "a/off"].map(inconclusive)).toEqual([
      undefined,
      "a/unsure could not be checked in full",
      "a/off did not run",
    ]);
  });

  it("knows the rules that could run, by default those that do", () => {
    expect(seen().judging).toMatchObject({ ruleIds: ["a/bad", "a/unsure", "z/witness"], complete: true });
    expect(seen({ ruleIds: ["a/x"], complete: false }).judging).toMatchObject({ ruleIds: ["a/x"], complete: false });
  });

  it("sees every entry of the baseline, and what would prune it", () => {
    const { judging, run } = seen({ baseline: readBaseline(snapshot, "b.json") });
    expect(
      judging.baseline.map(({ fingerprint, occurs, unknown }) => [fingerprint.split(":")[2], occurs, unknown]),
    ).toEqual([
      ["pear tree", 1, undefined],
      ["plum tree", 0, undefined],
      ["x", 0, "a/off did not run"],
      ["x", 0, "a/unsure could not be checked in full"],
    ]);
    const { text, ...edit } = judging.prune!;
    expect(edit).toEqual({ path: "b.json", offset: 0, endOffset: baseline.length });
    expect((JSON.parse(text) as { findings: unknown }).findings).toEqual({
      [`a/bad:${path}:pear tree`]: 1,
      [`a/off:${path}:x`]: 1,
      [`a/unsure:${path}:x`]: 1,
    });
    expect(run.findings.map((finding) => finding.suppression?.kind)).toEqual(["comment", "baseline"]);
    expect(run.coverage).toEqual(seen().run.coverage);
  });

  it("is silent about a baseline that fits, and about none", () => {
    const fitting = memorySnapshot({
      "b.json": JSON.stringify({ version: 1, findings: { [`a/bad:${path}:pear tree`]: 1 } }),
    });
    expect(seen({ baseline: readBaseline(fitting, "b.json") }).judging.prune).toBeUndefined();
    expect(seen().judging).toMatchObject({ baseline: [], prune: undefined });
  });
});

it("a rule of another group sees nothing of all that", () => {
  expect(seen({ baseline: readBaseline(snapshot, "b.json") }).other).toMatchObject({
    ruleIds: [],
    baseline: [],
    prune: undefined,
  });
});
