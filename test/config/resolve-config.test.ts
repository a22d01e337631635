import { describe, expect, it } from "vitest";
import type { UserConfig } from "../../src/config/config-schema.ts";
import { defineConfig } from "../../src/config/define-config.ts";
import { defaultSpecPattern } from "../../src/config/spec-pattern.ts";
import { resolveConfig, type ConfigOverrides } from "../../src/config/resolve-config.ts";
import { memorySnapshot } from "../memory-snapshot.ts";
import { madeUpRule } from "./made-up-rules.ts";
import { usageErrorOf } from "./usage-error-of.ts";
import { queue, resolve, settings, found } from "./resolved-settings.ts";

describe("rules", () => {
  const severities = (config: UserConfig, overrides: ConfigOverrides = {}) =>
    Object.fromEntries(resolve(config, undefined, overrides).rules.map((rule) => [rule.id, rule.severity]));

  it("come from the preset, in id order, only those that are on", () => {
    expect(resolve().preset).toBe("recommended");
    expect(resolve().rules.map((rule) => rule.id)).toEqual([
      "autoprep/manual-reason",
      "history/entry-vanished",
      "promotion/once",
      "reference/spec-known",
      "scope/note",
    ]);
  });

  it("take the overrides before the configuration, and that before the preset", () => {
    const config: UserConfig = {
      preset: "adopt",
      rules: { "promotion/once": "info", "scope/note": "off", "active/overlap": ["error"] },
    };
    expect(severities(config)).toMatchObject({
      "promotion/once": "info",
      "active/overlap": "error",
      "autoprep/manual-reason": "warning",
    });
    expect(severities(config)).not.toHaveProperty(["scope/note"]);
    const overrides = { preset: "strict", rules: { "promotion/once": "warning", "active/overlap": "off" } };
    expect(severities(config, overrides)).toMatchObject({
      "promotion/once": "warning",
      "autoprep/manual-reason": "error",
    });
    expect(severities(config, overrides)).not.toHaveProperty(["active/overlap"]);
    expect(resolve(config, undefined, overrides).preset).toBe("strict");
  });

  it("get their options from their own schema, defaults filled in", () => {
    const options = (config: UserConfig, overrides: ConfigOverrides = {}) =>
      resolve(config, undefined, overrides).rules.find((rule) => rule.id === "reference/spec-known")?.options;
    expect(options({})).toEqual({ ignore: [] });
    expect(options({ rules: { "reference/spec-known": "error" } })).toEqual({ ignore: [] });
    expect(
      options(
        { rules: { "reference/spec-known": ["error", { ignore: [7] }] } },
        { rules: { "reference/spec-known": "info" } },
      ),
    ).toEqual({ ignore: [7] });
  });

  it("that do not exist, or are set to no severity, are refused with the nearest", () => {
    expect(usageErrorOf(() => resolve({}, undefined, { rules: { "promotion/onc": "off" } })).message).toBe(
      "There is no rule “promotion/onc”; did you mean “promotion/once”?",
    );
    expect(usageErrorOf(() => resolve({ rules: { banana: "off" } })).message).toBe("There is no rule “banana”.");
    expect(usageErrorOf(() => resolve({}, undefined, { rules: { "promotion/once": "warn" } })).message).toBe(
      "There is no severity of promotion/once “warn”; did you mean “warning”?",
    );
    expect(usageErrorOf(() => resolve({}, undefined, { preset: "strikt" })).message).toBe(
      "There is no preset “strikt”; did you mean “strict”?",
    );
    expect(usageErrorOf(() => resolve({}, undefined, { rules: { constructor: "off" } })).message).toContain(
      "There is no rule “constructor”",
    );
    const options = defineConfig({ rules: { "reference/spec-known": ["error", { ignore: ["7"] }] } });
    expect(usageErrorOf(() => resolve(options)).message).toContain(
      "The options of reference/spec-known cannot be used: ignore: 0:",
    );
  });
});

describe("the queue", () => {
  it.each([
    "docs/product/spec-candidates.md",
    "spec-candidates.md",
    "docs/spec-candidates.md",
    "Docs/Product/Spec-Candidates.md",
  ])("is found as %s", (path) => {
    expect(found(path, "README.md").queue).toEqual({ path, configured: false });
  });

  it.each(["BACKLOG.md", "docs/backlog.md", "Backlog.md"])("is perhaps %s", (path) => {
    expect(found(path, "README.md").queue).toEqual({ path, configured: false, isGuess: true });
  });

  it("is absent when there is none, and when the configuration says so", () => {
    expect(found("README.md").queue).toBeUndefined();
    expect(settings({ queue: false }).queue).toBeUndefined();
  });

  it("that cannot be read is found all the same", () => {
    expect(settings({}, { "BACKLOG.md": { reason: "broken", detail: "" } }).queue?.path).toBe("BACKLOG.md");
  });

  it.each([
    ["BACKLOG.md", queue],
    ["BACKLOG.md", "backlog.md"],
    ["docs/backlog.md", "docs/spec-candidates.md"],
  ])("is not guessed between %s and %s", (one, other) => {
    const error = usageErrorOf(() => found(one, other));
    expect(error.message).toContain("There are two queues: ");
    expect(error.message).toContain(one);
    expect(error.message).toContain(other);
    expect(error.help).toMatch(/write "queue": "[^"]+" in queue-lint\.config\.json/);
    expect(settings({ queue: one }, { [one]: "", [other]: "" }).queue).toEqual({ path: one, configured: true });
  });

  it("stays as configured when it does not exist", () => {
    expect(settings({ queue: "./plan/queue.md" }).queue).toEqual({ path: "plan/queue.md", configured: true });
  });
});

describe("the documents beside it", () => {
  it("are looked for beside the queue, in docs/, in docs/product/ and at the root", () => {
    expect(found(queue, "docs/product/roadmap.md", "docs/roadmap.md", "roadmap.md").roadmap).toEqual({
      path: "docs/product/roadmap.md",
      configured: false,
    });
    expect(found("BACKLOG.md", "docs/product/roadmap.md", "docs/roadmap.md", "ROADMAP.md").roadmap?.path).toBe(
      "ROADMAP.md",
    );
    expect(found(queue, "docs/implementation-ledger.md", "implementation-ledger.md").ledger?.path).toBe(
      "docs/implementation-ledger.md",
    );
    expect(found("docs/backlog.md", "docs/product/discoveries.md", "discoveries.md").inbox?.path).toBe(
      "docs/product/discoveries.md",
    );
    expect(settings({ queue: "plan/q.md" }, { "plan/Roadmap.md": "", "roadmap.md": "" }).roadmap?.path).toBe(
      "plan/Roadmap.md",
    );
  });

  it("are absent when there are none, or none is wanted", () => {
    expect(found(queue)).toMatchObject({ roadmap: undefined, ledger: undefined, inbox: undefined });
    expect(
      settings({ roadmap: false, specs: false }, { [queue]: "", "roadmap.md": "", "specs/001-a/spec.md": "" }),
    ).toMatchObject({ roadmap: undefined, specs: undefined });
  });

  it("are never the queue or another document", () => {
    expect(settings({ queue: "roadmap.md" }, { "roadmap.md": "" }).roadmap).toBeUndefined();
    expect(settings({ queue: "q.md", ledger: "roadmap.md" }, { "q.md": "", "roadmap.md": "" })).toMatchObject({
      roadmap: undefined,
      ledger: { path: "roadmap.md", configured: true },
    });
  });
});

describe("the specs", () => {
  it("are the first conventional directory that holds a package", () => {
    expect(found(queue, "specs/001-a/spec.md", "docs/specs/002-b/spec.md").specs).toEqual({
      path: "specs",
      configured: false,
    });
    expect(found(queue, "specs/openapi/api.yaml", ".specify/specs/001-a/spec.md").specs?.path).toBe(".specify/specs");
    expect(found(queue, "specs/notes/a.md", "docs/specs/b/c.md").specs?.path).toBe("specs");
    expect(found(queue, "docs/specs").specs).toEqual({ path: "specs", configured: false });
  });

  it("take no pattern that cannot be used, also where no file was checked before", () => {
    expect(usageErrorOf(() => settings({ specs: { pattern: "^(a+)+$" } })).message).toContain("has no group");
  });

  it.each([
    ["243-seat-maps", "243", "seat-maps"],
    ["001-seat_maps", "001", "seat_maps"],
    ["002-RefundRules", "002", "RefundRules"],
    ["003-two words", "003", "two words"],
    ["004-größe", "004", "größe"],
    ["20260507-161658-seat-maps", "20260507-161658", "seat-maps"],
  ])("are named by a number and any slug: %s", (name, number, slug) => {
    expect(new RegExp(defaultSpecPattern).exec(name)?.groups).toEqual({ number, slug });
  });

  it.each(["2026-05-07-seat-maps", "20260507-seat-maps", "12-seats", "seat-maps", "001-", "001"])(
    "are not numbered by a date, or by less than three digits: %s",
    (name) => {
      expect(new RegExp(defaultSpecPattern).test(name)).toBe(false);
    },
  );

  it("are read below each conventional root that holds one", () => {
    const files = { [queue]: "", "specs/001-a/spec.md": "", "docs/specs/002-b/spec.md": "" };
    expect(settings({}, files)).toMatchObject({ specs: { path: "specs" }, otherSpecRoots: ["docs/specs"] });
    expect(settings({ specs: "specs" }, files).otherSpecRoots).toEqual([]);
  });

  it("take root, pattern and files from an object", () => {
    expect(settings({ specs: "packages/" }).specs).toEqual({ path: "packages", configured: true });
    const pattern = "^S(?<number>\\d+)_(?<slug>\\w+)$";
    const given = settings(
      { specs: { pattern, files: ["README.md"] } },
      { [queue]: "", "specs/x/a.md": "", "docs/specs/S1_a/README.md": "" },
    );
    expect(given).toMatchObject({
      specs: { path: "docs/specs", configured: false },
      specPattern: pattern,
      specFiles: ["README.md"],
    });
    expect(settings()).toMatchObject({
      specPattern: defaultSpecPattern,
      specFiles: ["spec.md"],
    });
  });
});

it("leaves the rules that it is given alone", () => {
  const rules = Object.freeze([madeUpRule("b/b"), madeUpRule("a/a")]);
  expect(resolveConfig({}, { snapshot: memorySnapshot({}), rules }).rules.map((rule) => rule.id)).toEqual([
    "a/a",
    "b/b",
  ]);
  expect(rules.map((rule) => rule.id)).toEqual(["b/b", "a/a"]);
});
