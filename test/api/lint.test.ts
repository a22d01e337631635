import { describe, expect, it } from "vitest";
import * as library from "../../src/index.ts";
import { noOptions } from "../../src/rules.ts";
import { refusalOf } from "./refusal-of.ts";

const { defineConfig, defineRule, lint } = library;
/** Calls as a program without types may make them. */
const untyped = lint as (options: unknown) => Promise<unknown>;

it("exports the functions of the page, and the error that they throw", () => {
  expect(Object.keys(library).sort()).toEqual([
    "UsageError",
    "defineConfig",
    "defineRule",
    "format",
    "lint",
    "lintSnapshot",
  ]);
});

describe("lint refuses", () => {
  it.each<[string, unknown, string]>([
    ["no object", "docs", "The options must be an object, not “docs”."],
    ["nothing", null, "The options must be an object, not nothing."],
    ["a list", ["docs"], "The options must be an object, not a list."],
    ["a map", new Map([["root", "docs"]]), "The options must be an object, not a Map."],
    ["an option that is misspelt", { rot: "." }, "unknown key “rot”; did you mean “root”?"],
    ["a root that is a number", { root: 7 }, "“root”: expected a string, got `7`"],
    ["a baseline that is true", { baseline: true }, "“baseline”: expected a string or `false`, got `true`"],
    ["an unknown preset", { preset: "strickt" }, "did you mean “strict”?"],
    [
      "a severity that is none",
      { rules: { "promotion/once": "fatal" } },
      "“rules.promotion/once”: “fatal” is not one of",
    ],
    [
      "a day that does not exist",
      { today: "2026-02-30" },
      "“today”: “2026-02-30” is not a day; write it as 2026-11-30",
    ],
    ["what only the program may ask for", { observer: {} }, "unknown key “observer”"],
  ])("%s", async (_what, options, message) => {
    const refusal = await refusalOf(() => untyped(options));
    expect(refusal.message).toContain(message);
    expect(refusal.place).toBe("lint(options)");
  });

  it("several faults at once, and names each", async () => {
    const { message } = await refusalOf(() => untyped({ root: 1, staged: "yes" }));
    expect(message).toContain("“root”");
    expect(message).toContain("“staged”");
  });
});

describe("defineConfig", () => {
  it("returns what it is given", () => {
    const config = { queue: "BACKLOG.md" };
    expect(defineConfig(config)).toBe(config);
  });

  it.each([["a text"], [null], [["queue"]]])("refuses %j", async (config) => {
    const refusal = await refusalOf(() => (defineConfig as (value: unknown) => unknown)(config));
    expect(refusal).toEqual({ message: "The configuration must be an object.", place: "defineConfig(config)" });
  });
});

describe("defineRule", () => {
  const sound = {
    meta: { description: "Disallow fog", severity: "warning", class: "fact", since: "1.0.0" },
    options: noOptions,
    messages: { fog: { message: "“{title}” is foggy.", fact: "the house is clear" } },
    check: () => undefined,
  };

  it("returns the rule", () => {
    expect((defineRule as (value: unknown) => unknown)(sound)).toBe(sound);
  });

  it.each<[string, unknown]>([
    ["it is not an object", undefined],
    ["“meta” is not an object", { ...sound, meta: "fog" }],
    ["“meta.since” is not a text", { ...sound, meta: { ...sound.meta, since: 1 } }],
    ["“options” is not a zod schema", { ...sound, options: {} }],
    ["“messages” is not an object", { ...sound, messages: [] }],
    ["“messages.fog” needs the texts “message” and “fact”", { ...sound, messages: { fog: { message: "Fog." } } }],
    ["“check” is not a function", { ...sound, check: true }],
  ])("says that %s", async (fault, definition) => {
    const refusal = await refusalOf(() => (defineRule as (value: unknown) => unknown)(definition));
    expect(refusal.message).toContain(`The rule cannot be used: ${fault}`);
    expect(refusal.place).toBe("defineRule(definition)");
  });
});
