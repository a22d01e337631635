import { layerOf, mayImport, mayUsePackage, type Layer } from "../../scripts/layers.ts";
import type { Import, SourceFile } from "./source-file.ts";

/** Imports that the table of layers does not allow. */
export function layerViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const layer = layerOf(file.path);
    if (layer === undefined) return [`${file.path} belongs to no layer`];
    return file.imports
      .filter((item) => !allowed(layer, item))
      .map((item) => `${file.path}:${item.line} imports ${item.specifier}`);
  });
}

function allowed(layer: Layer, { specifier, target }: Import): boolean {
  if (target !== undefined) return mayImport(layer, target);
  return specifier.startsWith("node:") ? layer.node : mayUsePackage(layer, packageName(specifier));
}

/** `zod` of `zod/v4`, `@eslint/js` of `@eslint/js/x`. */
export function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** Relative imports that lead to no file: the other checks would not see where they go. */
export function deadImports(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map((file) => file.path));
  return files.flatMap((file) =>
    file.imports
      .filter(({ target }) => target?.endsWith(".ts") === true && !known.has(target))
      .map((item) => `${file.path}:${item.line} imports ${item.specifier}`),
  );
}

/** The first import cycle that is met from each file, as a chain of paths that ends where it began. */
export function importCycles(files: readonly SourceFile[]): string[] {
  const targets = new Map(files.map((file) => [file.path, file.imports.flatMap((item) => item.target ?? [])]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(" > "));
    if (start >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const file of files) walk(file.path, []);
  return cycles;
}

const conventional = new Set(["index", "bin", "main"]);
const vague = new Set(["utils", "util", "helpers", "helper", "common", "misc", "manager"]);

/** Files whose name is not kebab-case, says nothing, or shares no word with the one thing that the file exports. */
export function namingViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, exports }) => {
    const name = path.slice(path.lastIndexOf("/") + 1).replace(/(?:\.test)?\.ts$/, "");
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) return [`${path} is not kebab-case`];
    const words = name.split("-");
    if (words.some((word) => vague.has(word))) return [`${path} says nothing`];
    const [only = "default", ...others] = exports;
    if (conventional.has(name) || others.length > 0 || only === "default" || only === "*") return [];
    return sharesWord(words, only) ? [] : [`${path} is not named as what it exports: ${only}`];
  });
}

function sharesWord(words: readonly string[], exported: string): boolean {
  const parts = exported.split(/(?=[A-Z])/).map((part) => part.toLowerCase());
  return words.some((word) =>
    parts.some((part) => part.length > 2 && word.length > 2 && (part.startsWith(word) || word.startsWith(part))),
  );
}

/** Files with more lines than their kind may have: 120 for a rule, 250 for everything else. */
export function budgetViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, lines }) => {
    if (path === "rules/index.ts") return [];
    const budget = path.startsWith("rules/") ? 120 : 250;
    return lines > budget ? [`${path} has ${lines} lines, ${budget} are allowed`] : [];
  });
}
