import { parseConfig } from "../../src/config/parse-config.ts";
import type { ConfigFormat } from "../../src/core/config-file.ts";
import { madeUpRules } from "./made-up-rules.ts";
import { usageErrorOf } from "./usage-error-of.ts";

export const parse = (text: string, format: ConfigFormat = "jsonc") =>
  parseConfig({ path: format === "package" ? "package.json" : `c.${format}`, text, format }, madeUpRules);

export const refusal = (text: string, format: ConfigFormat = "jsonc") => usageErrorOf(() => parse(text, format));

/** Place and message of the only fault. */
export const fault = (text: string, format: ConfigFormat = "jsonc") => {
  const { place, message } = refusal(text, format);
  return `${place ?? ""} ${message}`;
};

export const everything = {
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
