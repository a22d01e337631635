import { createHash, type Hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const config = "rolldown.config.ts";

/** All that decides what the bundle is: its sources, and what makes it of them. */
function sourcesOf(root: string): string[] {
  const imported = [...readFileSync(join(root, config), "utf8").matchAll(/^import .+ from "\.\/([^"]+)";$/gm)].map(
    ([, path = ""]) => path,
  );
  return ["src", "rules", config, ...imported, "tsconfig.json", "package.json", "package-lock.json"];
}

/** Whether `dist` below a root is what its sources make, as far as was recorded here. */
export function isBuilt(root: string): boolean {
  const record = recordOf(root);
  return (
    existsSync(join(root, "dist")) && existsSync(record) && readFileSync(record, "utf8") === hashOf(root, ["dist"])
  );
}

/** Records that `dist` below a root was made of the sources that are there. */
export function recordBuild(root: string): void {
  const record = recordOf(root);
  mkdirSync(dirname(record), { recursive: true });
  writeFileSync(record, hashOf(root, ["dist"]));
}

/** Named by the sources and not by the root, so that a copy of the project that shares the packages has it too. */
function recordOf(root: string): string {
  return join(root, "node_modules/.cache/queue-lint-build", hashOf(root, sourcesOf(root)));
}

function hashOf(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) add(hash, root, path);
  return hash.digest("hex");
}

function add(hash: Hash, root: string, path: string): void {
  const entries = entriesOf(join(root, path));
  if (entries === undefined)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  // V8 keeps there what it compiled.
  else for (const name of entries.sort()) if (name !== "compiled") add(hash, root, `${path}/${name}`);
}

/** Undefined for a file. */
function entriesOf(path: string): string[] | undefined {
  try {
    return readdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}
