import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildModel } from "../../src/build-model.ts";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import type { RunnableRule } from "../../src/engine/run-rule.ts";
import { runRules } from "../../src/engine/run-rules.ts";
import { defineRule, noOptions, type RuleDefinition } from "../../src/rule-api/index.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const meta = { description: "Made up", severity: "error", class: "fact", since: "0.0.0" } as const;
const messages = { bad: { message: "“{title}” is bad.", fact: "{title} is not there", help: "Drop {title}." } };

function model(text: string) {
  const snapshot = memorySnapshot({ "docs/product/spec-candidates.md": text });
  return buildModel(snapshot, resolveConfig({}, { snapshot, rules: [] }).settings);
}
const queue = model("# Q\n\n## Active\n\n- `Apple tree`: a {title}.\n- `Pear tree`: b.\n- `Plum tree`: c.\n");

/** Reports every candidate whose title has a word. */
const about = (word: string): RuleDefinition =>
  defineRule({
    meta,
    options: noOptions,
    messages,
    check: ({ claims, report }) => {
      for (const one of claims.of("candidate"))
        if (one.title.includes(word)) report("bad", one, { data: { title: one.title } });
    },
  });
const rule = (id: string, definition: RuleDefinition, severity: RunnableRule["severity"] = "error"): RunnableRule => ({
  id,
  definition,
  severity,
  options: {},
});

describe("coverage", () => {
  it("counts a claim once, however many rules ask for it", () => {
    const run = runRules([rule("a/a", about("Apple")), rule("a/b", about("tree")), rule("a/c", about("Apple"))], queue);
    expect(run.coverage).toEqual({ examined: 3, held: 0, broken: 3, notChecked: 0 });
    expect(run.findings).toHaveLength(5);
  });

  it("does not count advice as broken", () => {
    expect(runRules([rule("a/a", about("Apple"), "info")], queue).coverage).toEqual({
      examined: 3,
      held: 3,
      broken: 0,
      notChecked: 0,
    });
  });

  it("keeps what was not checked apart, and lists each reason once", () => {
    const unsure = defineRule({
      meta,
      options: noOptions,
      messages,
      check: ({ claims, notChecked }) => {
        for (const one of claims.of("candidate").slice(1)) notChecked("nobody knows", one);
      },
    });
    const run = runRules([rule("a/a", about("Pear")), rule("a/b", unsure)], queue);
    expect(run.coverage).toEqual({ examined: 3, held: 1, broken: 1, notChecked: 1 });
    expect(run.notChecked).toEqual([{ rule: "a/b", reason: "nobody knows" }]);
  });
});

describe("findings", () => {
  it("show claim, truth and help, and never read values as templates", () => {
    const [finding] = runRules([rule("a/a", about("Apple"))], queue).findings;
    expect(finding).toMatchObject({
      message: "“Apple tree” is bad.",
      fact: { text: "Apple tree is not there" },
      help: "Drop Apple tree.",
      line: 5,
      column: 3,
      fingerprint: "a/a:docs/product/spec-candidates.md:apple tree",
    });
    expect(finding?.claim.text).toBe("Apple tree: a {title}.");
  });

  it("do not depend on the order of rules", () => {
    const rules = ["Apple", "Pear", "tree", "Plum"].map((word, index) => rule(`a/r${index}`, about(word)));
    const wanted = runRules(rules, queue);
    fc.assert(
      fc.property(fc.shuffledSubarray(rules, { minLength: rules.length }), (shuffled) => {
        const run = runRules(shuffled, queue);
        expect(run.findings).toEqual(wanted.findings);
        expect(run.coverage).toEqual(wanted.coverage);
      }),
    );
  });

  it("keep their fingerprint when lines above and around change", () => {
    const before = runRules([rule("a/a", about("Pear"))], queue).findings[0];
    const after = runRules(
      [rule("a/a", about("Pear"))],
      model("# Q\n\nNew.\n\n## Active queue\n\n- `Pear tree`: b.\n\n- `Apple tree`: a.\n"),
    ).findings[0];
    expect(after?.fingerprint).toBe(before?.fingerprint);
    expect(after?.line).not.toBe(before?.line);
  });

  it("are told apart when two have one fingerprint", () => {
    const twice = model("# Q\n\n## Active\n\n- `Apple tree`: a.\n- `Apple tree`: b.\n");
    expect(
      runRules([rule("a/a", about("Apple"))], twice).findings.map(({ fingerprint }) => fingerprint.slice(-12)),
    ).toEqual([":apple tree", "apple tree#2"].map((end) => expect.stringContaining(end) as string));
  });
});

describe("a slip in a rule is an internal failure that names the rule", () => {
  it.each([
    ["an unknown message", "nope", {}],
    ["a missing value", "bad", {}],
    ["a superfluous value", "bad", { title: "x", extra: 1 }],
  ])("%s", (_, id, data) => {
    const wrong = defineRule({
      meta,
      options: noOptions,
      messages: messages as Record<string, (typeof messages)["bad"]>,
      check: ({ claims, report }) => report(id, claims.of("candidate")[0]!, { data }),
    });
    expect(() => runRules([rule("a/wrong", wrong)], queue)).toThrow(/rule a\/wrong/);
  });

  it("an exception", () => {
    const broken = defineRule({
      meta,
      options: noOptions,
      messages,
      check: () => {
        throw new Error("oops");
      },
    });
    expect(() => runRules([rule("a/broken", broken)], queue)).toThrow("rule a/broken failed: oops");
  });
});
