import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../src/config/resolve-config.ts";
import { UsageError } from "../../src/core/errors.ts";
import type { Edit, Fix } from "../../src/core/finding.ts";
import { fix } from "../../src/lint.ts";
import { defineRule, noOptions, type Candidate, type Rule, type RuleDefinition } from "../../src/rule-api/index.ts";
import { memorySnapshot } from "../memory-snapshot.ts";

const path = "docs/product/spec-candidates.md";
const text =
  "\uFEFF# Q\r\n\r\n## Active  \r\n\r\n- `Apple tree`: one.\r\n- `Pear tree`: two.\r\n- `Plum tree`: three.\r\n";
const messages = { bad: { message: "“{title}” is bad.", fact: "it is so" } };

/** Reports every candidate for which there is an edit. */
function rule(
  id: string,
  edits: (candidate: Candidate) => readonly Omit<Edit, "path">[],
  { kind = "safe", severity = "warning" }: { kind?: Fix["kind"]; severity?: "error" | "warning" } = {},
): Rule {
  const definition: RuleDefinition = defineRule({
    meta: { description: "Made up", severity, class: "fact", since: "0.0.0" },
    options: noOptions,
    messages,
    check: ({ claims, report }) => {
      for (const one of claims.of("candidate")) {
        const found = edits(one).map((edit) => ({ ...edit, path }));
        if (found.length > 0)
          report("bad", one, { data: { title: one.title }, fix: { kind, description: "Change it.", edits: found } });
      }
    },
  });
  return { id, definition };
}

function run(rules: readonly Rule[], wanted: Parameters<typeof fix>[1] = () => true) {
  const snapshot = memorySnapshot({ [path]: text });
  return fix({ snapshot, config: resolveConfig({}, { snapshot, rules }) }, wanted);
}

const said = (one: Candidate): string => one.body[0]?.plain ?? "";
const end = (one: Candidate): { offset: number; endOffset: number } => ({
  offset: one.extent.endOffset,
  endOffset: one.extent.endOffset,
});
/** Adds a word to what an entry says, once. */
const add = (word: string) => (one: Candidate) =>
  said(one).includes(word) ? [] : [{ ...end(one), text: ` ${word}.` }];
/** Replaces what follows the title. */
const replace = (from: string, to: string) => (one: Candidate) =>
  said(one).includes(from) ? [{ offset: one.head.endOffset, endOffset: one.extent.endOffset, text: `: ${to}.` }] : [];

describe("fixes in rounds", () => {
  it("changes the wanted words and no other byte", () => {
    const result = run(
      [rule("a/a", replace("two", "2")), rule("a/b", add("more"), { kind: "suggest" })],
      (_, { kind }) => kind === "safe",
    );
    expect(result.changes).toEqual([{ path, before: text, after: text.replace("two.", "2.") }]);
    expect(result.fixed.map((finding) => finding.rule)).toEqual(["a/a"]);
    expect(result.report.findings.map((finding) => finding.rule)).toEqual(["a/b", "a/b", "a/b"]);
  });

  it("lets fixes that overlap take turns, always in the same order", () => {
    const rules = [
      rule("a/a", replace("one", "1")),
      rule("a/b", (one) =>
        /one|1/.test(said(one)) ? replace(said(one).includes("one") ? "one" : "1", "uno")(one) : [],
      ),
    ];
    for (const ordered of [rules, [...rules].reverse()]) {
      const result = run(ordered);
      expect(result.fixed.map((finding) => finding.rule)).toEqual(["a/a", "a/b"]);
      expect(result.changes[0]?.after).toBe(text.replace("one.", "uno."));
    }
  });

  it("applies different insertions at one place together, and the same one once", () => {
    const result = run([rule("a/a", add("more")), rule("a/b", add("less")), rule("a/c", add("less"))]);
    expect(result.changes[0]?.after).toBe(
      text
        .replace("one.", "one. more. less.")
        .replace("two.", "two. more. less.")
        .replace("three.", "three. more. less."),
    );
    expect(result.fixed.filter((finding) => finding.rule === "a/c")).toEqual([]);
  });

  it("applies a fix whole or not at all", () => {
    const both = (one: Candidate) =>
      one.title === "Pear tree" && said(one) === ": two."
        ? [
            { ...end(one), text: " b." },
            { offset: one.head.offset, endOffset: one.head.endOffset, text: "`Pear tree`" },
          ]
        : [];
    const result = run([rule("a/a", replace("two", "2")), rule("a/b", both)]);
    expect(result.fixed.map((finding) => finding.rule)).toEqual(["a/a"]);
    expect(result.changes[0]?.after).toBe(text.replace("two.", "2."));
  });

  it("stops after ten rounds when fixes undo each other, and says so", () => {
    expect(() => run([rule("a/a", replace("two", "2")), rule("a/b", replace("2", "two"))])).toThrow(
      "The fix of a/a does not take, however often it is applied: “Pear tree” is bad.",
    );
  });

  it("changes nothing when nothing is wanted", () => {
    const result = run([rule("a/a", replace("two", "2"))], () => false);
    expect({ changes: result.changes, fixed: result.fixed }).toEqual({ changes: [], fixed: [] });
  });
});

describe("what is refused", () => {
  const refusal = (rules: readonly Rule[]): UsageError => {
    try {
      run(rules);
    } catch (error) {
      if (error instanceof UsageError) return error;
      throw error;
    }
    throw new Error("nothing was refused");
  };

  it("a fix that loses an entry, by name", () => {
    const error = refusal([
      rule("a/a", (one) =>
        one.title === "Pear tree"
          ? [{ offset: one.extent.offset, endOffset: one.extent.endOffset, text: "- a note" }]
          : [],
      ),
    ]);
    expect(error.message).toBe("The fixes would lose the entry “Pear tree”.");
    expect(error.place).toBe(`${path}:6`);
  });

  it("a fix that loses a former title", () => {
    const snapshot = memorySnapshot({ [path]: text.replace("Pear tree`", "Pear tree` (formerly Quince)") });
    const rules = [
      rule("a/a", (one) =>
        one.aliases.length > 0 ? [{ offset: one.head.endOffset, endOffset: one.extent.endOffset, text: ": two." }] : [],
      ),
    ];
    expect(() => fix({ snapshot, config: resolveConfig({}, { snapshot, rules }) }, () => true)).toThrow(
      "lose the entry “Pear tree”",
    );
  });

  it("a fix that brings an error, with the error's own words", () => {
    const error = refusal([
      rule("a/a", replace("two", "2")),
      rule("a/b", (one) => (said(one).includes("2") ? [{ ...end(one), text: " " }] : []), {
        kind: "suggest",
        severity: "error",
      }),
    ]);
    expect(error.message).toBe("The fixes would bring a new error, a/b: “Pear tree” is bad.");
  });
});
