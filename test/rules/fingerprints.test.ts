import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { formatBaseline } from "../../src/engine/format-baseline.ts";
import { needs } from "../../src/rule-api/index.ts";
import { auditSnapshot } from "../../src/lint.ts";
import { matchAtOnce } from "../../src/core/spec-name.ts";
import { openCase } from "./case-repository.ts";
import { fixturesRoot, knownFiles, listCases, type RuleCase } from "./rule-cases.ts";
import type { RepositoryFiles } from "./run-rule.ts";

type Change = (text: string) => string;

/** Rules about the words that these changes touch: what is wrong with a heading is wrong with another heading once it is renamed. */
const judgeHeadings = ["scope/unknown-section"];
/** Entries that are turned around may stand in the wrong order from then on. */
const judgeOrder = ["active/priority-order"];
const documents = /^docs\/product\/.*\.md$/;
/** What judges a change or a run has nothing to do with what was there when the baseline was written. */
const baselined = rules.filter(({ definition: { meta } }) => !needs(meta, "base") && !needs(meta, "run"));
const severities = Object.fromEntries(baselined.map((rule) => [rule.id, rule.definition.meta.severity]));
const cases = listCases(fixturesRoot, rules).filter(
  (one) => one.kind === "bad" && baselined.includes(one.rule) && one.rule.id.split("/")[0] !== "suppression",
);

/** Other headings of the same roles. */
const renamed: Readonly<Record<string, string>> = {
  Active: "Up Next",
  "Active Candidate Queue": "Candidate Queue",
  Promoted: "Specced",
  Deferred: "On Hold",
  Superseded: "Withdrawn",
  Manual: "Manual Backlog",
  "Manual promotion only": "Manual promotion only backlog",
  "Promoted to spec": "Promoted",
  Now: "Now",
  Notes: "Legend",
  Purpose: "About",
};

const insertAbove: Change = (text) =>
  text.replace(/^## /m, "A paragraph that was not there before.\n\nAnd another one.\n\n## ");
const renameSections: Change = (text) =>
  text.replace(/^## ([^\r\n]+)/gm, (line, title: string) =>
    Object.hasOwn(renamed, title) ? `## ${renamed[title] ?? title}` : line,
  );

/** Turns the entries of each section around: third-level headings with what stands under them, or the bullets of a list. */
const reorder: Change = (text) => {
  if (/```|^\||\r|^\d+\. /m.test(text)) return text;
  return text
    .split(/^(?=## )/m)
    .map((section) => {
      const [head = "", ...entries] = section.split(/^(?=### )/m);
      return entries.length > 0 ? [head, ...entries.reverse()].join("") : reverseBullets(section);
    })
    .join("");
};

/** Only a list that is all there is below the last paragraph: what follows a list belongs to nobody here. */
function reverseBullets(section: string): string {
  const [head = "", ...items] = section.split(/^(?=- )/m);
  const last = items.at(-1)?.trimEnd() ?? "";
  if (items.length < 2 || items.some((item) => item.trimEnd().includes("\n\n"))) return section;
  const tail = (items.at(-1) ?? "").slice(last.length);
  return [
    head,
    ...items
      .map((item) => item.trimEnd())
      .reverse()
      .map((item, index, all) => item + (index === all.length - 1 ? tail : "\n")),
  ].join("");
}

/** The documents of a case with a change; undefined when it changes none of them. */
function changedFiles(one: RuleCase, change: Change): RepositoryFiles | undefined {
  const files = knownFiles(one);
  const changed = Object.entries(files).flatMap(([path, text]) => {
    const after = documents.test(path) && typeof text === "string" ? change(text) : text;
    return after === text ? [] : [[path, after] as const];
  });
  return changed.length === 0 ? undefined : { ...files, ...Object.fromEntries(changed) };
}

const baselines = new Map<RuleCase, string>();

/** A baseline that holds all that is found in a case. */
function baselineOf(one: RuleCase): string {
  const known = baselines.get(one) ?? formatBaseline(audit(knownFiles(one)).countsToBaseline);
  baselines.set(one, known);
  return known;
}

/** What is found with every rule on, under a baseline that holds all that was found before. */
function newFindings(one: RuleCase, files: RepositoryFiles): string[] {
  return audit({ ...files, "baseline.json": baselineOf(one) }, "baseline.json")
    .findings.filter((finding) => !finding.suppressed && !finding.rule.startsWith("suppression/"))
    .map((finding) => finding.fingerprint);
}

function audit(files: RepositoryFiles, baseline?: string) {
  const { snapshot, base } = openCase(files);
  const path = "queue-lint.config.json";
  const text = files[path];
  const config = typeof text === "string" ? parseConfig({ path, text, format: "json" }, rules) : {};
  const resolved = resolveConfig(
    { ...config, rules: {} },
    { snapshot, rules, overrides: { rules: severities, baseline }, match: matchAtOnce },
  );
  return auditSnapshot({ snapshot, config: resolved, base: base?.(resolved.settings) }).run;
}

it.each(cases.map((one) => [`${one.rule.id} ${one.name}`, one] as const))(
  "a baseline fits the repository that it was made of: %s",
  (_name, one) => {
    expect(newFindings(one, knownFiles(one))).toEqual([]);
  },
);

describe.each([
  { what: "lines above are edited", change: insertAbove, excepted: [], least: 120 },
  { what: "a section is renamed", change: renameSections, excepted: judgeHeadings, least: 100 },
  { what: "entries are reordered", change: reorder, excepted: judgeOrder, least: 25 },
])("a baseline still fits when $what", ({ change, excepted, least }) => {
  const touched = cases.flatMap((one) => {
    const files = changedFiles(one, change);
    return files === undefined ? [] : [{ one, files }];
  });

  it("changes the documents of many cases", () => {
    expect(touched.length).toBeGreaterThan(least);
    expect(new Set(touched.map(({ one }) => one.rule.id)).size).toBeGreaterThan(12);
  });

  it.each(touched.map(({ one, files }) => [`${one.rule.id} ${one.name}`, one, files] as const))(
    "%s",
    (_name, one, files) => {
      expect(
        newFindings(one, files).filter((fingerprint) => !excepted.some((id) => fingerprint.startsWith(`${id}:`))),
      ).toEqual([]);
    },
  );
});
