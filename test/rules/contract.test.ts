import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { ruleFaults } from "../../scripts/rule-faults.ts";
import type { ConfiguredRule } from "../../src/config/resolved-config.ts";
import { z, type Rule } from "../../src/rule-api/index.ts";
import { readCaseFiles } from "./case-files.ts";
import { fixFaults, togetherFaults } from "./fix-faults.ts";
import { formatGolden } from "./golden.ts";
import { fixturesRoot, listCases, runCase } from "./rule-case.ts";
import { readCatalogue, type CatalogueEntry } from "./rule-catalogue.ts";
import { runRule, runRules, type RepositoryFiles } from "./run-rule.ts";

const root = join(import.meta.dirname, "../..");
const cases = listCases(fixturesRoot, rules);
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

/** An audit that looks at nothing must say so: this rule reports an empty repository, and no other one does. */
const reportsEmptyRepository = "scope/input-readable";

it("has a rule, a page and cases for each id, and nothing without the others", () => {
  expect(ruleFaults(root)).toEqual([]);
});

it("lists rules in the order of their ids, each once", () => {
  const ids = rules.map((rule) => rule.id);
  expect(ids).toEqual([...new Set(ids)].sort());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  const { meta, messages, options } = rule.definition;
  const own = cases.filter((one) => one.rule === rule);

  it("describes itself in one imperative line", () => {
    expect(meta.description).toMatch(/^(?:Require|Disallow|Report|Limit) [^\n]*[^.\s]$/);
    expect(meta.since).toMatch(/^\d+\.\d+\.\d+$/);
    expect(
      compareVersions(meta.since, version),
      `since ${meta.since} is later than version ${version}`,
    ).toBeLessThanOrEqual(0);
  });

  it("has options that are a strict object of described keys with defaults", () => {
    const schema = z.toJSONSchema(options, { target: "draft-07", io: "input" });
    expect(schema).toMatchObject({ type: "object", additionalProperties: false });
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      expect(property, `option ${name}`).toMatchObject({
        description: expect.stringMatching(/^[A-Z].*\.$/) as unknown,
        default: expect.anything() as unknown,
      });
    }
    expect(options.safeParse({}).success).toBe(true);
    expect(options.safeParse({ "no such option": true }).success).toBe(false);
  });

  it("says claim, truth and way out in whole sentences", () => {
    expect(Object.keys(messages)).not.toEqual([]);
    for (const [id, { message, fact, help }] of Object.entries(messages)) {
      expect(id).toMatch(/^[a-z][A-Za-z]*$/);
      expect(message, `message of ${id}`).toMatch(/^["“`{\p{Lu}].*\S[.?]$/u);
      expect(fact, `fact of ${id}`).toMatch(/^\S(?:.*[^.\s])?$/);
      if (help !== undefined) expect(help, `help of ${id}`).toMatch(/^[{\p{Lu}].*[.}]$/u);
      expect(withoutPlaceholders(`${message}${fact}${help ?? ""}`), `braces of ${id}`).not.toMatch(/[{}]/);
    }
  });

  it("has ok and bad cases", () => {
    expect(new Set(own.map((one) => one.kind))).toEqual(new Set(["ok", "bad"]));
  });

  it("produces each of its messages in a bad case, with a sensible value for every placeholder", () => {
    // The engine itself refuses a report that leaves a placeholder without a value or gives one too many.
    const problems = own.filter((one) => one.kind === "bad").flatMap((one) => runCase(one, rules).problems);
    expect([...new Set(problems.map((problem) => problem.messageId))].sort()).toEqual(Object.keys(messages).sort());
    for (const { message, fact, help } of problems) {
      expect([message, fact.text, help ?? "."].join("\n")).not.toMatch(/undefined|null|NaN|\[object|“”|``|^\s|\s$/m);
    }
  });

  it("reports an empty repository only if the audit would otherwise pass over nothing", () => {
    expect(runRule(rule, {}, rules).problems.length > 0).toBe(rule.id === reportsEmptyRepository);
  });

  it("has fixes that settle their finding, lose nothing, break nothing and are done at once", () => {
    for (const one of own.filter(({ kind }) => kind === "bad")) expect(fixFaults(one, rules), one.name).toEqual([]);
  });

  it("does not depend on the order of files", () => {
    for (const one of own) {
      const files = readCaseFiles(one.folder);
      expect(formatGolden(runRule(rule, reversed(files), rules)), one.name).toBe(
        formatGolden(runRule(rule, files, rules)),
      );
    }
  });

  it("keeps to 120 lines", () => {
    const lines = readFileSync(join(root, `rules/${rule.id}.ts`), "utf8")
      .trimEnd()
      .split("\n");
    expect(lines.length).toBeLessThanOrEqual(120);
  });
});

describe("all rules together", () => {
  const configured = rules.map(configure);
  it.each(rules.map((rule) => rule.id))("find the same in any order: cases of %s", (id) => {
    const own = cases.filter((one) => one.rule.id === id && one.kind === "bad");
    expect(own).not.toEqual([]);
    for (const { folder, name } of own) {
      const files = readCaseFiles(folder);
      const forwards = runRules(configured, files);
      const backwards = runRules([...configured].reverse(), files);
      expect(formatGolden({ ...backwards, notChecked: [] }), name).toBe(formatGolden({ ...forwards, notChecked: [] }));
      expect(new Set(backwards.notChecked)).toEqual(new Set(forwards.notChecked));
    }
  });
});

describe("all fixes together", () => {
  it.each(rules.map((rule) => rule.id))("are safe, and settled when they are done: cases of %s", (id) => {
    const own = cases.filter((one) => one.rule.id === id);
    expect(own).not.toEqual([]);
    for (const one of own) expect(togetherFaults(one, rules), one.name).toEqual([]);
  });
});

const cataloguePath = join(root, "../shared/rules.md");

describe.skipIf(!existsSync(cataloguePath))(
  "the catalogue of rules (skipped where ../shared/rules.md is not here)",
  () => {
    /** The rules that ask a server came later than the catalogue. */
    const online: readonly CatalogueEntry[] = ["reference/issue-state", "reference/pull-merged"].map((id) => ({
      id,
      severity: "warning",
      class: "fact",
      off: false,
    }));
    const read = (path: string): readonly CatalogueEntry[] =>
      existsSync(path) ? readCatalogue(readFileSync(path, "utf8")) : [];
    const catalogue = read(cataloguePath);
    /** Rules to come: what is written of them has the severity and class that stand there. */
    const coming = read(join(root, "../shared/rules-next.md"));

    it.each(rules.map((rule) => [rule.id, rule.definition.meta] as const))(
      "has %s with the same severity and class",
      (id, meta) => {
        const off = meta.recommended === false;
        const entry = [...catalogue, ...coming, ...online].find((one) => one.id === id);
        expect(entry).toEqual({ id, severity: meta.severity, class: meta.class, off });
      },
    );

    it("names no rule that is not written", () => {
      expect(catalogue.length).toBeGreaterThan(0);
      expect(catalogue.map((entry) => entry.id).filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
    });
  },
);

function configure({ id, definition }: Rule): ConfiguredRule {
  return { id, definition, severity: definition.meta.severity, options: definition.options.parse({}) };
}

function reversed(files: RepositoryFiles): RepositoryFiles {
  return Object.fromEntries(Object.entries(files).reverse());
}

function withoutPlaceholders(template: string): string {
  return template.replaceAll(/\{\w+\}/g, "");
}

function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}
