import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfigFormat } from "../../src/core/config-file.ts";
import { UsageError } from "../../src/core/errors.ts";
import { parse, refusal, fault, everything } from "./parsed-config.ts";

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
    ['"queue"', "json", "c.json:1:1 The configuration is a string, but must be an object."],
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
