import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import stringify from "json-stringify-pretty-compact";
import { configurationTable } from "../src/config/configuration-table.ts";
import { configurationJsonSchema } from "../src/config/json-schema.ts";
import { reportJsonSchema } from "../src/reporters/report-schema.ts";
import type { Rule } from "../src/rule-api/index.ts";
import { claimTable } from "./claim-table.ts";
import { replaceSection } from "./generated-section.ts";
import { interfaceTable } from "./interface-table.ts";
import { layoutIndex, moduleTable, reporterIndex, reporterLoaders, ruleIndex } from "./module-index.ts";
import { pageAssets } from "./page-assets.ts";
import { countCases, precisionPage } from "./precision-table.ts";
import { listIds, loadRules } from "./rule-files.ts";
import { ruleFaults } from "./rule-faults.ts";
import { renewPage } from "./rule-page.ts";
import { samplePicture, sampleQueue } from "./readme-sample.ts";
import { questionTable, ruleTable } from "./rule-table.ts";

export interface GeneratedFile {
  /** Relative to the root of the project. */
  readonly path: string;
  /** The whole file as it should be. */
  readonly text: string;
}

export interface Generation {
  readonly files: readonly GeneratedFile[];
  /** What no generator can put right, each with what to do: a rule without a page, a page without a rule. */
  readonly faults: readonly string[];
}

/** Every file that is made from others, or holds a part that is. Reads the project, writes nothing. */
export async function generatedFiles(root: string): Promise<Generation> {
  const { ids } = listIds(root, "rules", ".ts");
  const rules = await loadRules(root, ids);
  const results = [
    { path: "rules/index.ts", text: ruleIndex(ids) },
    { path: "src/reporters/index.ts", text: reporterIndex(reporterNames(root)) },
    { path: "src/reporters/reporter-loaders.ts", text: reporterLoaders(reporterNames(root)) },
    { path: "src/layouts/index.ts", text: layoutIndex(namesIn(root, "src/layouts", ".json")) },
    {
      path: "src/units/status-sources/index.ts",
      text: moduleTable(namesIn(root, "src/units/status-sources", ".ts"), {
        type: "StatusReader",
        from: "../status-source.ts",
        table: "statusReaders",
      }),
    },
    {
      path: "src/readers/index.ts",
      text: moduleTable(namesIn(root, "src/readers", ".ts"), {
        type: "Reader",
        from: "../core/record.ts",
        table: "readers",
      }),
    },
    { path: "src/reporters/html/page-assets.ts", text: await pageAssets(root) },
    { path: "schema.json", text: json(configurationJsonSchema(rules)) },
    { path: "docs/report.schema.json", text: json(reportJsonSchema()) },
    section(root, "docs/rules/README.md", { name: "rules", body: ruleTable(rules) }),
    section(root, "docs/configuration.md", { name: "configuration", body: configurationTable() }),
    ...sections(root, "README.md", { sample: () => sampleQueue(root), groups: () => questionTable(rules) }),
    { path: "docs/terminal.svg", text: samplePicture(root, rules) },
    ...sections(root, "docs/api.md", apiTables(root)),
    {
      path: "docs/precision.md",
      text: precisionPage(countCases(root, rules), readIfThere(root, "docs/precision.md") ?? ""),
    },
    ...rules.flatMap((rule) => page(root, rule)),
  ];
  return {
    files: results.filter((result) => typeof result !== "string"),
    faults: [...ruleFaults(root), ...results.filter((result) => typeof result === "string")],
  };
}

/** The files of a generation whose text on disk is another one, or which do not exist. */
export function differingFiles(root: string, files: readonly GeneratedFile[]): GeneratedFile[] {
  return files.filter(({ path, text }) => readIfThere(root, path) !== text);
}

/** The tables of docs/api.md, which are made from the types. */
function apiTables(root: string): Readonly<Record<string, () => string>> {
  return {
    lint: () => interfaceTable(root, "src/open/lint-options.ts", "LintOptions"),
    lintSnapshot: () => interfaceTable(root, "src/api/lint-snapshot.ts", "LintSnapshotOptions"),
    format: () => interfaceTable(root, "src/reporters/reporter.ts", "FormatOptions"),
    claims: () => claimTable(root),
  };
}

/** A page with several parts that are generated. */
function sections(
  root: string,
  path: string,
  bodies: Readonly<Record<string, () => string>>,
): (GeneratedFile | string)[] {
  let text = readIfThere(root, path) ?? "";
  const missing: string[] = [];
  for (const [name, body] of Object.entries(bodies)) {
    const renewed = replaceSection(text, name, body());
    if (renewed === undefined) missing.push(sectionFault(path, name));
    text = renewed ?? text;
  }
  return missing.length > 0 ? missing : [{ path, text }];
}

function section(root: string, path: string, { name, body }: { name: string; body: string }): GeneratedFile | string {
  const text = readIfThere(root, path);
  const renewed = text === undefined ? undefined : replaceSection(text, name, body);
  return renewed === undefined ? sectionFault(path, name) : { path, text: renewed };
}

function sectionFault(path: string, name: string): string {
  return `${path} has no part between <!-- generated:${name} --> and <!-- /generated -->: add the two lines where the table should be.`;
}

/** A page that is missing is a fault of the rules and reported there. */
function page(root: string, rule: Rule): (GeneratedFile | string)[] {
  const path = `docs/rules/${rule.id}.md`;
  const text = readIfThere(root, path);
  if (text === undefined) return [];
  const renewed = renewPage(text, rule);
  return [
    renewed === undefined
      ? `${path} has no heading “## Options”: add it before “## When not to use it”.`
      : { path, text: renewed },
  ];
}

function reporterNames(root: string): string[] {
  return namesIn(root, "src/reporters/formats", ".ts");
}

function namesIn(root: string, folder: string, extension: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(extension) && name !== `index${extension}`)
    .map((name) => name.slice(0, -extension.length))
    .sort();
}

function readIfThere(root: string, path: string): string | undefined {
  const absolute = join(root, path);
  return existsSync(absolute) ? readFileSync(absolute, "utf8") : undefined;
}

/** What fits on a line is one: both files are part of the package, and more than half of them would be blanks. */
function json(value: object): string {
  return `${stringify(value, { indent: 0, maxLength: 600 })}\n`;
}
