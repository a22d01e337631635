import { readFileSync } from "node:fs";
import { join } from "node:path";

const page = readFileSync(join(import.meta.dirname, "../../docs/hooks.md"), "utf8");

/** The fenced block below a heading of docs/hooks.md, as readers copy it. */
export function hookRecipe(heading: string): string {
  const block = page
    .split(/^## /m)
    .find((section) => section.startsWith(`${heading}\n`))
    ?.match(/```\w+\n([^`]*)```/)?.[1];
  if (block === undefined) throw new Error(`docs/hooks.md has no block below “${heading}”`);
  return block;
}

/** A block whose first line names its file: that file, for `gitRepository`. */
export function recipeFile(heading: string): Record<string, string> {
  const block = hookRecipe(heading);
  const path = /^# (\S+)\n/.exec(block)?.[1];
  if (path === undefined)
    throw new Error(`the block of “${heading}” in docs/hooks.md does not name its file in its first line`);
  return { [path]: block };
}
