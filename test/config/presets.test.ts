import { expect, it } from "vitest";
import { presetSeverity } from "../../src/config/presets.ts";
import type { PresetName } from "../../src/config/resolved-config.ts";
import { madeUpRule, madeUpRules } from "./made-up-rules.ts";

const under = (preset: PresetName) =>
  Object.fromEntries(madeUpRules.map((rule) => [rule.id, presetSeverity(preset, rule)]));

it("recommended: facts and history with their own severity", () => {
  expect(under("recommended")).toEqual({
    "promotion/once": "error",
    "autoprep/manual-reason": "warning",
    "reference/spec-known": "warning",
    "promotion/unledgered-spec": "off",
    "scope/note": "info",
    "active/overlap": "off",
    "history/entry-vanished": "error",
  });
});

it("agent: recommended, with the autoprep group as errors", () => {
  expect(under("agent")).toEqual({ ...under("recommended"), "autoprep/manual-reason": "error" });
});

it("strict: every fact and all of history as errors", () => {
  expect(under("strict")).toEqual({
    "promotion/once": "error",
    "autoprep/manual-reason": "error",
    "reference/spec-known": "error",
    "promotion/unledgered-spec": "error",
    "scope/note": "error",
    "active/overlap": "off",
    "history/entry-vanished": "error",
  });
});

it("adopt: every rule on, and none of them an error", () => {
  expect(under("adopt")).toEqual({
    "promotion/once": "warning",
    "autoprep/manual-reason": "warning",
    "reference/spec-known": "warning",
    "promotion/unledgered-spec": "info",
    "scope/note": "info",
    "active/overlap": "info",
    "history/entry-vanished": "warning",
  });
  expect(presetSeverity("adopt", madeUpRule("active/guess", { class: "heuristic", severity: "error" }))).toBe(
    "warning",
  );
});

it("ci: recommended, and what could not be checked is an error", () => {
  expect(under("ci")).toEqual(under("recommended"));
  const judge = madeUpRule("scope/not-checked", { class: "history", severity: "info", needs: "run" });
  expect((["recommended", "agent", "ci", "strict"] as const).map((preset) => presetSeverity(preset, judge))).toEqual([
    "off",
    "off",
    "error",
    "error",
  ]);
});
