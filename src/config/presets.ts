import type { Severity } from "../core/finding.ts";
import { needs, type Rule } from "../rule-api/index.ts";
import type { PresetName } from "./resolved-config.ts";

/** The severity of one rule under a preset. */
export function presetSeverity(preset: PresetName, rule: Rule): Severity | "off" {
  return severityIn[preset](rule);
}

const severityIn: Readonly<Record<PresetName, (rule: Rule) => Severity | "off">> = {
  recommended,
  // A heuristic stays advice.
  strict: (rule) => (rule.definition.meta.class === "heuristic" ? recommended(rule) : "error"),
  agent: (rule) => (rule.id.startsWith("autoprep/") ? "error" : recommended(rule)),
  ci: (rule) => (judgesRun(rule) ? "error" : recommended(rule)),
  adopt: ({ definition }) => (definition.meta.severity === "error" ? "warning" : definition.meta.severity),
};

function recommended({ definition }: Rule): Severity | "off" {
  const { meta } = definition;
  const isOn = meta.recommended ?? meta.class !== "heuristic";
  return isOn && !needs(meta, "run") ? meta.severity : "off";
}

/** What could not be checked is listed in every report; only the preset `ci` makes it a finding, unless a user does. */
function judgesRun({ definition }: Rule): boolean {
  return needs(definition.meta, "run");
}
