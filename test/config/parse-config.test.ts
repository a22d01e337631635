import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse-config.ts";
import type { ConfigFormat } from "../../src/core/config-file.ts";
import { UsageError } from "../../src/core/errors.ts";
import { madeUpRules } from "./made-up-rules.ts";
import { usageErrorOf } from "./usage-error-of.ts";

const parse = (text: string, format: ConfigFormat = "jsonc") =>
  parseConfig({ path: format === "package" ? "package.json" : `c.${format}`, text, format }, madeUpRules);
const refusal = (text: string, format: ConfigFormat = "jsonc") => usageErrorOf(() => parse(text, format));
/** Place and message of the only fault. */
const fault = (text: string, format: ConfigFormat = "jsonc") => {
  const { place, message } = refusal(text, format);
  return `${place ?? ""} ${message}`;
};

const everything = {
  $schema: "./schema.json",
  preset: "strict",
  queue: "docs/queue.md",
  specs: { root: "specs", pattern: "^(?<number>\\d{2})-(?<slug>[a-z-]+)$", files: ["spec.md", "README.md"] },
  roadmap: "ROADMAP.md",
  ledger: false,
  staging: false,
  agents: ["AGENTS.md", "docs/agents/**/*.md", "!docs/agents/old.md"],
  sections: { active: ["Now"], prose: ["Why this file"] },
  entries: { shapes: ["heading", "plain"], fields: { reason: ["Warum"] } },
  priorities: { active: ["must", "should"], manual: "any" },
  rules: { "promotion/once": "off", "reference/spec-known": ["error", { ignore: [3] }], "scope/note": ["warning"] },
};

describe("formats", () => {
  it("read the same configuration alike", () => {
    const json = JSON.stringify(everything, undefined, 2);
    expect(parse(json, "json")).toEqual(everything);
    expect(parse(json, "yaml")).toEqual(everything);
    expect(parse(`{"name": "x", "queue-lint": ${json}}`, "package")).toEqual(everything);
    expect(parse(`// what we lint\n${json.replace(/\}$/, ", /* end */ }")}`, "jsonc")).toEqual(everything);
  });

  it("read CRLF", () => {
    expect(parse("preset: strict\r\nrules:\r\n  promotion/once: off\r\n", "yaml")).toEqual({
      preset: "strict",
      rules: { "promotion/once": "off" },
    });
    expect(fault('{\r\n  "preset": 3\r\n}')).toMatch(/^c\.jsonc:2:13 /);
  });

  it("accept an empty object, and a package.json without the key", () => {
    expect(parse("{}", "json")).toEqual({});
    expect(parse("{}", "yaml")).toEqual({});
    expect(parse('{"name": "x"}', "package")).toEqual({});
  });
});

describe("text that is no data", () => {
  it.each<[string, ConfigFormat, string]>([
    ["", "json", "c.json The configuration is empty."],
    [" \n", "yaml", "c.yaml The configuration is empty."],
    ["# only a comment\n", "yaml", "c.yaml The configuration is empty."],
    [
      "\uFEFF{}",
      "json",
      "c.json:1:1 The configuration begins with a byte-order mark, which JSON and YAML tools refuse.",
    ],
    [
      "\uFEFFpreset: strict",
      "yaml",
      "c.yaml:1:1 The configuration begins with a byte-order mark, which JSON and YAML tools refuse.",
    ],
    ["[]", "json", "c.json:1:1 The configuration is a list, but must be an object."],
    ["\n  null", "json", "c.json:2:3 The configuration is `null`, but must be an object."],
    ['"queue"', "json", "c.json:1:1 The configuration is a text, but must be an object."],
    ["- a", "yaml", "c.yaml:1:1 The configuration is a list, but must be an object."],
    ['{"queue-lint": 3}', "package", "package.json:1:16 The key “queue-lint” is a number, but must be an object."],
    ['{"preset": "strict" "queue": "a"}', "json", "c.json:1:21 A comma is expected here."],
    [
      '{"preset": strict}',
      "json",
      "c.json:1:12 There is a word here that JSON does not know; put text between double quotes.",
    ],
    [
      "{\n// why\n}",
      "json",
      "c.json:2:1 JSON has no comments; rename the file to queue-lint.config.jsonc, or remove the comment.",
    ],
    ["\tqueue: a", "yaml", "c.yaml:1:1 A tab indents this line; YAML wants spaces."],
    ["a: 1\n---\nb: 2", "yaml", "c.yaml:2:1 A second document begins here; keep one."],
    ["queue: &q a.md\nroadmap: *q", "yaml", "c.yaml:2:10 The alias “*q” is not supported; write the value itself."],
  ])("%j", (text, format, expected) => {
    const error = refusal(text, format);
    expect(`${error.place ?? ""} ${error.message}`).toBe(expected);
    expect(error.help).not.toBe("");
  });

  it("names every place of a broken text", () => {
    expect(refusal('{"queue": "a', "json").message.split("\n")[1]).toBe(
      "  c.json:1:11  a string is not closed; end it with a double quote",
    );
    const { place, message } = refusal('{"a": tru,\n "b" 3}', "json");
    expect(place).toBe("c.json");
    expect(message.split("\n").map((line) => line.split("  ")[1])).toEqual([undefined, "c.json:1:7", "c.json:2:6"]);
  });

  it("refuses nesting that would exhaust the stack", () => {
    for (const text of ["[".repeat(100_000), '{"a":'.repeat(100_000)])
      expect(refusal(text, "json").message).toContain("too deeply");
    for (const text of ["[".repeat(100_000), "- ".repeat(100_000), `${" ".repeat(5000)}a: 1`])
      expect(refusal(text, "yaml").message).toContain("too deeply");
  });
});

describe("keys", () => {
  it("written twice are refused at the second place", () => {
    expect(fault('{"queue": "a",\n "queue": "b"}')).toBe(
      "c.jsonc:2:2 The key “queue” is written twice; keep one of the two.",
    );
    expect(fault('{"rules": {"promotion/once": "off", "promotion/once": "error"}}')).toContain(
      "c.jsonc:1:37 The key “promotion/once”",
    );
    expect(fault("queue: a\nqueue: b", "yaml")).toBe("c.yaml:2:1 A key is written twice; keep one of the two.");
    expect(fault('{"queue-lint": {},\n "queue-lint": {}}', "package")).toContain(
      "package.json:2:2 The key “queue-lint” is written twice",
    );
    expect(parse('{"scripts": {"a": "1", "a": "2"}, "queue-lint": {}}', "package")).toEqual({});
  });

  it.each<[string, ConfigFormat, string]>([
    ['{"queu": "a"}', "json", "c.json:1:2 Unknown key “queu”; did you mean “queue”?"],
    ["preset: strict\nroadmpa: a\n", "yaml", "c.yaml:2:1 Unknown key “roadmpa”; did you mean “roadmap”?"],
    [
      '{"name": "x",\n "queue-lint": {\n  "Queue": "a"}}',
      "package",
      "package.json:3:3 Unknown key “Queue”; did you mean “queue”?",
    ],
    ['{"sections": {"activ": []}}', "json", "c.json:1:15 “sections”: unknown key “activ”; did you mean “active”?"],
    [
      '{"specs": {"path": "a"}}',
      "json",
      "c.json:1:12 “specs”: unknown key “path”; known are “root”, “pattern”, “files”.",
    ],
    [
      '{"entries": {"fields": {"reasons": ["x"]}}}',
      "json",
      "c.json:1:25 “entries.fields”: unknown key “reasons”; did you mean “reason”?",
    ],
    [
      '{"rules": {"promotion/onc": "off"}}',
      "json",
      "c.json:1:12 There is no rule “promotion/onc”; did you mean “promotion/once”?",
    ],
    [
      '{"rules": {"spec-known": "off"}}',
      "json",
      "c.json:1:12 There is no rule “spec-known”; did you mean “reference/spec-known”?",
    ],
    [
      '{"rules": {"reference/spec-known": ["error", {"ignored": []}]}}',
      "json",
      "c.json:1:47 “rules.reference/spec-known[1]”: unknown key “ignored”; did you mean “ignore”?",
    ],
  ])("that are misspelt name the nearest: %s", (text, format, expected) => {
    expect(fault(text, format)).toBe(expected);
  });

  it("named __proto__ are keys like any other, and reach nothing", () => {
    expect(refusal('{"__proto__": {"preset": "strict"}}', "json").message).toContain("Unknown key “__proto__”");
    expect(refusal("__proto__:\n  preset: strict\n", "yaml").message).toContain("Unknown key “__proto__”");
    expect(refusal('{"rules": {"__proto__": "off", "constructor": "off", "toString": "off"}}', "json").message).toMatch(
      /“__proto__”.*“constructor”.*“toString”/s,
    );
    expect(({} as Record<string, unknown>)["preset"]).toBeUndefined();
  });
});

describe("values", () => {
  it.each([
    [
      '{"preset": "recomended"}',
      "c.jsonc:1:12 “preset”: “recomended” is not one of “recommended”, “strict”, “agent”, “adopt”, “ci”; did you mean “recommended”?",
    ],
    [
      '{"rules": {"promotion/once": "warn"}}',
      "c.jsonc:1:30 “rules.promotion/once”: “warn” is not one of “error”, “warning”, “info”, “off”; did you mean “warning”?",
    ],
    [
      '{"rules": {"promotion/once": ["eror"]}}',
      "c.jsonc:1:31 “rules.promotion/once[0]”: “eror” is not one of “error”, “warning”, “info”, “off”; did you mean “error”?",
    ],
    [
      '{"rules": {"promotion/once": 2}}',
      "c.jsonc:1:30 “rules.promotion/once”: `2` stands where “error” or “warning” or “info” or “off” or a list is expected.",
    ],
    ['{"rules": {"promotion/once": []}}', "c.jsonc:1:30 “rules.promotion/once”: the list needs at least 1 value."],
    [
      '{"rules": {"promotion/once": ["error", {}, 1]}}',
      "c.jsonc:1:30 “rules.promotion/once”: the list may have at most 2 values.",
    ],
    [
      '{"rules": {"reference/spec-known": ["error", {"ignore": ["3"]}]}}',
      "c.jsonc:1:58 “rules.reference/spec-known[1].ignore[0]”: “3” stands where a number is expected.",
    ],
    ['{"roadmap": true}', "c.jsonc:1:13 “roadmap”: `true` stands where a text or `false` is expected."],
    ['{"queue": true}', "c.jsonc:1:11 “queue”: `true` stands where a text or `false` is expected."],
    ['{"specs": 5}', "c.jsonc:1:11 “specs”: `5` stands where a text or an object or `false` is expected."],
    ['{"agents": "AGENTS.md"}', "c.jsonc:1:12 “agents”: “AGENTS.md” stands where a list is expected."],
    [
      '{"priorities": {"active": "level"}}',
      "c.jsonc:1:27 “priorities.active”: “level” is not one of “levels”, “ranks”, “any”; did you mean “levels”?",
    ],
    [
      '{"entries": {"shapes": ["headings"]}}',
      "c.jsonc:1:25 “entries.shapes[0]”: “headings” is not one of “heading”, “code”, “bold”, “link”, “arrow”, “task”, “plain”; did you mean “heading”?",
    ],
    [
      '{"sections": {"active": ["—"]}}',
      "c.jsonc:1:26 “sections.active[0]”: “—” cannot be used: it holds no letter or digit.",
    ],
    ['{"columns": {"order": [" "]}}', "c.jsonc:1:24 “columns.order[0]”: “ ” cannot be used: it is empty."],
    [
      '{"statuses": [{"name": "✅", "stage": "implemented"}, {"name": "done", "stage": "closed", "words": ["✅️"]}]}',
      "c.jsonc:1:54 “statuses[1]”: “done” has a word that an earlier rung has already; a status can stand on one rung only.",
    ],
    [
      '{"sections": {"active": ["Now"], "manual": ["later", "NOW!"]}}',
      "c.jsonc:1:54 “sections.manual[1]”: “NOW!” already stands under “active”; a heading can have one role only.",
    ],
    [
      '{"queue": "docs/a.md", "roadmap": "./docs/a.md"}',
      "c.jsonc:1:35 “roadmap”: “./docs/a.md” is already the queue; each document has its own path.",
    ],
    [
      '{"specs": {"files": ["docs/spec.md"]}}',
      "c.jsonc:1:22 “specs.files[0]”: “docs/spec.md” cannot be used: it names a file in another directory; write the name of a file that stands directly in the spec directory.",
    ],
  ])("%s", (text, expected) => {
    expect(fault(text)).toBe(expected);
  });

  it("that YAML leaves empty are named at their key", () => {
    expect(fault("preset: strict\nqueue:\n", "yaml")).toBe(
      "c.yaml:2:7 “queue”: nothing stands where a text or `false` is expected.",
    );
  });

  it("with several faults show all of them, in order", () => {
    const { message, place } = refusal(
      '{\n "queu": "a",\n "preset": "strikt",\n "ledger": "../x",\n "rules": {"promotion/onc": "off", "scope/note": 1}\n}',
    );
    expect(place).toBe("c.jsonc");
    expect(message.split("\n")[0]).toBe("The configuration has 5 faults:");
    expect(
      message
        .split("\n")
        .slice(1)
        .map((line) => /^ {2}(c\.jsonc:\d+:\d+) {2}./.exec(line)?.[1]),
    ).toEqual(["c.jsonc:2:2", "c.jsonc:3:12", "c.jsonc:4:12", "c.jsonc:5:12", "c.jsonc:5:50"]);
  });
});

it("ends in a configuration or a UsageError, whatever the text", () => {
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc.string({
      unit: fc.constantFrom("{", "}", "[", "]", ":", ",", '"', "a", "\n", " ", "-", "&", "*", "#", "queue", "rules"),
    }),
  );
  fc.assert(
    fc.property(text, fc.constantFrom<ConfigFormat>("json", "jsonc", "yaml", "package"), (some, format) => {
      try {
        expect(parse(some, format)).toBeTypeOf("object");
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
    }),
    { numRuns: 300 },
  );
});
