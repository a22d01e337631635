import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { generatedFiles } from "../../scripts/generated-files.ts";
import { rules } from "../../rules/index.ts";
import { listIds } from "../../scripts/rule-files.ts";
import { projectRoot } from "./project-copy.ts";

const { files, faults } = await generatedFiles(projectRoot);

it.each(files)("$path is what the generator makes of its sources", ({ path, text }) => {
  const absolute = join(projectRoot, path);
  expect(existsSync(absolute) ? readFileSync(absolute, "utf8") : "", "run “npm run generate”").toBe(text);
});

it("makes the index, the schemas, the tables and a page for each rule", () => {
  const pages = rules.map(({ id }) => `docs/rules/${id}.md`);
  const others = [
    "README.md",
    "docs/api.md",
    "docs/configuration.md",
    "docs/precision.md",
    "docs/report.schema.json",
    "docs/rules/README.md",
    "docs/terminal.svg",
    "rules/index.ts",
    "schema.json",
    "src/reporters/html/page-assets.ts",
    "src/layouts/index.ts",
    "src/readers/index.ts",
    "src/reporters/index.ts",
    "src/reporters/reporter-loaders.ts",
    "src/units/status-sources/index.ts",
  ];
  expect(files.map(({ path }) => path).sort()).toEqual([...others, ...pages].sort());
});

it("finds nothing that it cannot put right", () => {
  expect(faults).toEqual([]);
});

it("lists every rule file in the index", () => {
  expect(rules.map(({ id }) => id)).toEqual(listIds(projectRoot, "rules", ".ts").ids);
});
