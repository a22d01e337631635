const notice = "// Generated from the file names by scripts/generate.ts: do not edit, run “npm run generate”.";

/** The source of rules/index.ts. */
export function ruleIndex(ids: readonly string[]): string {
  const imports = ids.map((id) => `import ${identifier(id)} from "./${id}.ts";`);
  const entries = ids.map((id) => `  { id: "${id}", definition: ${identifier(id)} },`);
  return [
    notice,
    'import type { Rule } from "../src/rule-api/index.ts";',
    ...imports,
    "",
    "/** All rules, sorted by id. */",
    "export const rules: readonly Rule[] = [",
    ...entries,
    "];",
    "",
  ].join("\n");
}

/** `promotion/spec-exists` → `promotionSpecExists`. */
function identifier(id: string): string {
  return id.replace(/[/-]([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

/** The source of src/reporters/index.ts. A reporter is named as its file. */
export function reporterIndex(names: readonly string[]): string {
  return [
    notice,
    'import type { Reporter } from "./reporter.ts";',
    ...names.map((name) => `import { ${name} } from "./formats/${name}.ts";`),
    "",
    "/** The names that --format takes. */",
    "export type FormatName =",
    ...names.map((name, index) => `  | "${name}"${index === names.length - 1 ? ";" : ""}`),
    "",
    "/** All reporters by their names. */",
    "export const reporters: Readonly<Record<string, Reporter>> = {",
    ...names.map((name) => `  ${name},`),
    "};",
    "",
  ].join("\n");
}

/** The source of src/reporters/reporter-loaders.ts: a run needs one or two formats and loads no other. */
export function reporterLoaders(names: readonly string[]): string {
  return [
    notice,
    'import type { Reporter } from "./reporter.ts";',
    "",
    "/** How each reporter is loaded, by the name that --format takes. */",
    "export const reporterLoaders: Readonly<Record<string, () => Promise<Reporter>>> = {",
    ...names.map((name) => `  ${name}: async () => (await import("./formats/${name}.ts")).${name},`),
    "};",
    "",
  ].join("\n");
}

/** The source of src/layouts/index.ts: presets by the names of their files. */
export function layoutIndex(names: readonly string[]): string {
  return [
    notice,
    ...names.map((name) => `import ${identifier(name)} from "./${name}.json" with { type: "json" };`),
    "",
    "/** Layouts by the name that the configuration takes, as they are written: `config/layout-schema.ts` says what they hold. */",
    "export const presets: Readonly<Record<string, unknown>> = {",
    ...names.map((name) => `  ${keyOf(name)},`),
    "};",
    "",
  ].join("\n");
}

/** The source of an index of modules that export one thing each, named as the file, of a type that the folder above them declares. */
export function moduleTable(names: readonly string[], { type, from, table }: ModuleTable): string {
  return [
    notice,
    `import type { ${type} } from "${from}";`,
    ...names.map((name) => `import { ${identifier(name)} } from "./${name}.ts";`),
    "",
    "/** By the name that a layout uses. */",
    `export const ${table}: Readonly<Record<string, ${type}>> = {`,
    ...names.map((name) => `  ${keyOf(name)},`),
    "};",
    "",
  ].join("\n");
}

export interface ModuleTable {
  readonly type: string;
  readonly from: string;
  readonly table: string;
}

function keyOf(name: string): string {
  return identifier(name) === name ? name : `"${name}": ${identifier(name)}`;
}
