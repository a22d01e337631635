import { describe, expect, it } from "vitest";
import { buildModel } from "../../src/build-model.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { Baseline } from "../../src/core/baseline.ts";
import type { Finding } from "../../src/core/finding.ts";
import { startOf } from "../../src/core/location.ts";
import { compareFindings } from "../../src/engine/compare-findings.ts";
import type { RunnableRule } from "../../src/engine/run-rule.ts";
import { runRules, type RunResult } from "../../src/engine/run-rules.ts";
import { Timeline } from "../../src/engine/timeline.ts";
import { reportSchema } from "../../src/reporters/report-schema.ts";
import { defineRule, noOptions } from "../../src/rule-api/index.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

/** Reports every spec below a number, as contradicting a field that so many settled ones state. */
function rule(below: number, settled: number): RunnableRule {
  return {
    id: "a/kept",
    severity: "error",
    options: {},
    definition: defineRule({
      meta: { description: "Made up", severity: "error", class: "fact", since: "0.0.0" },
      options: noOptions,
      messages: {
        one: { message: "{name} says so.", fact: "it is otherwise" },
        all: { message: "{count} of {settled} say so, {name} in {first} first.", fact: "{count} are otherwise" },
      },
      check: ({ facts, report }) =>
        facts.specs.all
          .filter(({ number }) => number <= below)
          .forEach((spec) =>
            report(
              "one",
              { text: spec.text, location: spec.location },
              {
                data: { name: spec.slug },
                habit: { field: "colour", settled, message: "all", unit: spec.number },
                fix: { kind: "safe", description: "Write it.", edits: [edit(spec.path)] },
              },
            ),
          ),
    }),
  };
}

const edit = (path: string) => ({ path: `${path}/spec.md`, offset: 0, endOffset: 1, text: "x" });

interface Options {
  readonly settled?: number;
  readonly baseline?: Baseline;
  readonly files?: Readonly<Record<string, string>>;
}

function run(below: number, { settled = 9, baseline, files = {} }: Options = {}): RunResult {
  const slugs = ["ash", "beech", "cedar", "elm", "fir", "gum", "hazel", "ivy", "larch"];
  const snapshot = memorySnapshot({
    ...Object.fromEntries(slugs.map((slug, index) => [`specs/00${index + 1}-${slug}/spec.md`, `# ${slug}\n`])),
    ...files,
  });
  const { settings } = resolveConfig({}, { snapshot, rules: [] });
  return runRules([rule(below, settled)], buildModel(snapshot, settings), { baseline });
}

const baseline = (...fingerprints: string[]): Baseline => ({
  path: "baseline.json",
  text: "",
  entries: fingerprints.map((fingerprint) => ({
    fingerprint,
    count: 1,
    text: fingerprint,
    location: startOf("baseline.json"),
  })),
});

const shown = ({ findings }: RunResult): readonly Finding[] => findings.filter(({ suppressed }) => !suppressed);
const compare = (before: number, after: number) => {
  const [earlier, later] = [run(before), run(after)];
  const compared = compareFindings({
    before: earlier.findings,
    after: later.findings,
    notChecked: [],
    moved: () => undefined,
  });
  return {
    introduced: compared.findings.filter(({ state }) => state === "introduced").map(({ message }) => message),
    fixed: compared.fixed.map(({ message }) => message),
  };
};

describe("findings about a field that nobody keeps up", () => {
  it("are one finding from five on, at the first place, with all of them in its list", () => {
    const { findings, problems, coverage } = run(5);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      message: "5 of 9 say so, ash in specs/001-ash first.",
      path: "specs/001-ash",
      fact: { text: "5 are otherwise" },
      fingerprint: "a/kept:.:habit colour",
      habit: { field: "colour", settled: 9 },
    });
    const singles = findings[0]?.habit?.findings ?? [];
    expect(singles.map(({ message }) => message)).toEqual([
      "ash says so.",
      "beech says so.",
      "cedar says so.",
      "elm says so.",
      "fir says so.",
    ]);
    expect(singles.every((one) => !("habit" in one))).toBe(true);
    expect(problems).toHaveLength(1);
    expect(coverage).toEqual({ examined: 5, held: 0, broken: 5, notChecked: 0 });
  });

  it("are shown one by one below that, and where most units keep the field up", () => {
    expect(run(4).findings.map(({ message }) => message)).toEqual([
      "ash says so.",
      "beech says so.",
      "cedar says so.",
      "elm says so.",
    ]);
    expect(run(5, { settled: 15 }).findings).toHaveLength(1);
    expect(run(5, { settled: 16 }).findings).toHaveLength(5);
  });

  it("have one fix that nobody gets unasked", () => {
    expect(run(6).findings[0]?.fix).toMatchObject({ kind: "suggest", description: "Correct all 6." });
    expect(run(6).findings[0]?.fix?.edits).toHaveLength(6);
    expect(run(4).findings[0]?.fix?.kind).toBe("safe");
  });

  it("are part of the report's contract", () => {
    for (const finding of [...run(6).findings, ...run(2).findings])
      expect(reportSchema.shape.findings.parse([{ ...finding, url: "https://example.org" }])).toHaveLength(1);
  });

  it("are not checked where the repository says so, and of those specs alone", () => {
    const all = run(6, { files: { "specs/README.md": "Specs are point-in-time records.\n" } });
    expect(all.findings).toEqual([]);
    expect(all.notChecked.map(({ reason }) => reason)).toEqual([
      "specs/README.md:1 says that it is not kept up: “Specs are point-in-time records.”",
    ]);
    expect(all.coverage).toMatchObject({ broken: 0, notChecked: 6 });
    const some = run(6, { files: { "specs/README.md": "Specs up to 004 are point-in-time records.\n" } });
    expect(some.findings.map(({ message }) => message)).toEqual(["fir says so.", "gum says so."]);
  });
});

describe("a baseline", () => {
  it("knows a habit whatever its first place is, and what is left of it once it is none", () => {
    const written = [...run(7).countsToBaseline.keys()];
    expect(written).toEqual(["a/kept:.:habit colour"]);
    expect(shown(run(6, { baseline: baseline(...written) }))).toEqual([]);
    const left = run(3, { baseline: baseline(...written) });
    expect(shown(left)).toEqual([]);
    expect(left.findings).toHaveLength(3);
    expect(left.baseline[0]).toMatchObject({ occurs: 3 });
  });

  it("that was written before there was a habit hides what it lists, and the rest is counted anew", () => {
    const written = baseline(...run(4).countsToBaseline.keys());
    expect(shown(run(6, { baseline: written })).map(({ message }) => message)).toEqual([
      "fir says so.",
      "gum says so.",
    ]);
    expect(shown(run(9, { baseline: written })).map(({ message }) => message)).toEqual([
      "5 of 9 say so, fir in specs/005-fir first.",
    ]);
  });
});

describe("with a base", () => {
  it("one more or less of a habit is the same habit", () => {
    expect(compare(6, 7)).toEqual({ introduced: [], fixed: [] });
    expect(compare(7, 6)).toEqual({ introduced: [], fixed: [] });
  });

  it("what became a habit with one more is introduced once, and nothing is fixed by it", () => {
    expect(compare(4, 5)).toEqual({ introduced: ["5 of 9 say so, ash in specs/001-ash first."], fixed: [] });
  });

  it("what is left of a habit was there before, and all of it must go to be fixed", () => {
    expect(compare(5, 4)).toEqual({ introduced: [], fixed: [] });
    expect(compare(5, 0)).toEqual({ introduced: [], fixed: ["5 of 9 say so, ash in specs/001-ash first."] });
    expect(compare(3, 2).fixed).toEqual(["cedar says so."]);
  });
});

it("a timeline introduces nothing when a habit ends with one less", () => {
  const timeline = new Timeline();
  [6, 4, 0].forEach((below, index) =>
    timeline.add({
      commit: { id: String(index), date: "2026-11-01T12:00:00Z", author: "Ada", subject: "Work" },
      touched: [],
      findings: run(below).findings,
    }),
  );
  expect(timeline.points.map(({ introduced }) => introduced.length)).toEqual([1, 0, 0]);
  expect(timeline.points[1]?.fixed).toEqual(["a/kept:specs/005-fir:005 fir", "a/kept:specs/006-gum:006 gum"]);
  expect(timeline.points[2]?.fixed).toHaveLength(4);
});

it("a rule whose words for a habit cannot be filled in fails at the first report", () => {
  const broken = rule(1, 9);
  const messages = { ...broken.definition.messages, all: { message: "{count} of {nothing}.", fact: "no" } };
  const snapshot = memorySnapshot({ "specs/001-ash/spec.md": "# Ash\n" });
  const model = buildModel(snapshot, resolveConfig({}, { snapshot, rules: [] }).settings);
  expect(() => runRules([{ ...broken, definition: { ...broken.definition, messages } }], model)).toThrow(
    "rule a/kept failed: it gives no value for {nothing}",
  );
});
