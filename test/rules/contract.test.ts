import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { rules } from "../../rules/index.ts";
import { ruleFaults } from "../../scripts/rule-faults.ts";
import { readCatalogue, type CatalogueEntry } from "./rule-catalogue.ts";
import { fixturesRoot, knownOutcome, listCases } from "./rule-cases.ts";
import { runRule } from "./run-rule.ts";

const root = join(import.meta.dirname, "../..");
const cases = listCases(fixturesRoot, rules);
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

/** An audit that looks at nothing must say so: this rule reports an empty repository, and no other one does. */
const reportsEmptyRepository = "scope/not-empty";

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

  it("says of each option which way it lets more pass", () => {
    const keys = Object.keys((options as unknown as z.ZodObject).shape);
    expect(Object.keys(meta.laxer ?? {}).sort()).toEqual(keys.sort());
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
    const problems = own.filter((one) => one.kind === "bad").flatMap((one) => knownOutcome(one).problems);
    expect([...new Set(problems.map((problem) => problem.messageId))].sort()).toEqual(Object.keys(messages).sort());
    for (const { message, fact, help } of problems) {
      expect([message, fact.text, help ?? "."].join("\n")).not.toMatch(/undefined|null|NaN|\[object|“”|``|^\s|\s$/m);
    }
  });

  it("reports an empty repository only if the audit would otherwise pass over nothing", () => {
    expect(runRule(rule, {}, rules).problems.length > 0).toBe(rule.id === reportsEmptyRepository);
  });

  it("keeps to 120 lines", () => {
    const lines = readFileSync(join(root, `rules/${rule.id}.ts`), "utf8")
      .trimEnd()
      .split("\n");
    expect(lines.length).toBeLessThanOrEqual(120);
  });
});

/** What is written, and what is to come: the first demands each of its ids, the second only says what a rule is once it is written. */
const [written = [], toCome = []] = ["rules.md", "rules-next.md"].map((name) => {
  const path = join(root, "../shared", name);
  return existsSync(path) ? readCatalogue(readFileSync(path, "utf8")) : [];
});

describe.skipIf(written.length === 0)("the catalogue of rules (needs ../shared/rules.md)", () => {
  /** The rules that ask a server came later than the catalogue. */
  const online: readonly CatalogueEntry[] = ["reference/issue-state", "reference/pull-merged"].map((id) => ({
    id,
    severity: "warning",
    class: "fact",
    off: false,
  }));

  it.each(rules.map((rule) => [rule.id, rule.definition.meta] as const))(
    "has %s with the same severity and class",
    (id, meta) => {
      const off = meta.recommended === false;
      const entry = [...written, ...toCome, ...online].find((one) => one.id === id);
      expect(entry).toEqual({ id, severity: meta.severity, class: meta.class, off });
    },
  );

  it("names no rule that is not written", () => {
    expect(written.map((entry) => entry.id).filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
  });

  it("names each rule once", () => {
    const ids = [...written, ...toCome].map((entry) => entry.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

function withoutPlaceholders(template: string): string {
  return template.replaceAll(/\{\w+\}/g, "");
}

function compareVersions(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}
