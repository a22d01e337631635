import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse-config.ts";
import { presetNames } from "../../src/config/resolved-config.ts";
import { madeUpRule, madeUpRules } from "./made-up-rules.ts";

const page = readFileSync(new URL("../../docs/configuration.md", import.meta.url), "utf8");

it("shows a configuration that can be used", () => {
  const example = /```jsonc\n(.*?)```/s.exec(page)?.[1] ?? "";
  const rules = [...madeUpRules, madeUpRule("promotion/target-shared")];
  expect(parseConfig({ path: "docs/configuration.md", text: example, format: "jsonc" }, rules)).toMatchObject({
    queue: "planning/queue.md",
  });
});

it("explains every preset", () => {
  for (const preset of presetNames) expect(page).toContain(`| \`${preset}\` |`);
});
