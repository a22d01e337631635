import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Rule, RuleDefinition } from "../src/rule-api/index.ts";

/** A rule's id, `promotion/spec-exists`: the group is the folder, the name that of the file. */
export const ruleIdPattern = /^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/;

/** Ids found under a folder of the project, and the paths that are there without being one. */
export interface IdListing {
  /** Sorted. */
  readonly ids: readonly string[];
  /** Relative to the root of the project. */
  readonly strays: readonly string[];
}

/** Ids of the files `<folder>/<group>/<name><extension>`; with the extension "" those of directories. */
export function listIds(root: string, folder: string, extension: string): IdListing {
  const ids: string[] = [];
  const strays: string[] = [];
  for (const group of children(join(root, folder))) {
    // rules/index.ts and a README are at home beside the groups.
    if (!group.isDirectory()) continue;
    for (const child of children(join(root, folder, group.name))) {
      const id = `${group.name}/${withoutExtension(child.name, extension)}`;
      const fits =
        child.name.endsWith(extension) && child.isDirectory() === (extension === "") && ruleIdPattern.test(id);
      if (fits) ids.push(id);
      else strays.push(`${folder}/${group.name}/${child.name}`);
    }
  }
  return { ids: ids.sort(), strays: strays.sort() };
}

/** The folders of rules, sorted. */
export function listGroups(root: string): string[] {
  return children(join(root, "rules"))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Loads the rules with these ids from their files. Throws when a file has no rule as its default export. */
export async function loadRules(root: string, ids: readonly string[]): Promise<Rule[]> {
  return Promise.all(ids.map((id) => loadRule(root, id)));
}

async function loadRule(root: string, id: string): Promise<Rule> {
  const path = `rules/${id}.ts`;
  const module = (await import(pathToFileURL(join(root, path)).href)) as { readonly default?: RuleDefinition };
  const definition = module.default;
  if (typeof definition?.check !== "function")
    throw new Error(`${path} has no rule as its default export; write “export default defineRule({ … })”.`);
  return { id, definition };
}

function children(directory: string) {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.name !== ".DS_Store");
}

function withoutExtension(name: string, extension: string): string {
  return name.endsWith(extension) ? name.slice(0, name.length - extension.length) : name;
}
