import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { writeGenerated } from "../../scripts/write-generated.ts";

export const projectRoot = join(import.meta.dirname, "../..");

/** What the scripts of the project and its rule tests read. */
const parts = [
  "src",
  "rules",
  "docs",
  "fixtures/rules",
  "fixtures/repos/drifted",
  "scripts",
  "test",
  "CHANGELOG.md",
  "README.md",
  "package.json",
  "tsconfig.json",
  "vitest.config.ts",
  "schema.json",
];

/** Rules, their pages and their cases are many: those of one group are enough. */
const group = "reference";

/**
 * Copies the project with the rules of one group into a temporary folder, so that a test may change it, and brings what is generated up to date there.
 * Returns its absolute path.
 */
export async function copyProject(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "queue-lint-project-"));
  for (const part of parts)
    cpSync(join(projectRoot, part), join(root, part), { recursive: true, verbatimSymlinks: true, filter: isNeeded });
  symlinkSync(join(projectRoot, "node_modules"), join(root, "node_modules"), "dir");
  await writeGenerated(root);
  return root;
}

function isNeeded(path: string): boolean {
  const inside = relative(projectRoot, path).split(sep).join("/");
  const [, own] = /^(?:rules|docs\/rules|fixtures\/rules)\/([a-z-]+)(?:\/|$)/.exec(inside) ?? [];
  return own === undefined || own === group;
}

/** The text of every file of a copy, by its path from the root. */
export function textsOf(root: string): ReadonlyMap<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(root, path).split(sep).join("/"), readFileSync(path, "utf8")]));
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a TypeScript file of a copy as `npm run` does. */
export function runScript(root: string, script: string, args: readonly string[] = []): Ended {
  return run(root, ["--import", "tsx", join(root, script), ...args]);
}

/** Runs tests of a copy, without what this process tells its own tests through the environment; with `update` as `npm run update-fixtures` does. */
export function runTests(root: string, args: readonly string[], update = false): Ended {
  const env = update ? { UPDATE_FIXTURES: "1", CI: "" } : {};
  return run(root, [join(root, "node_modules/vitest/vitest.mjs"), "run", ...args], env);
}

function run(root: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Ended {
  const environment = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|TEST|NODE_ENV|UPDATE_FIXTURES)/.test(name),
  );
  const env = { ...Object.fromEntries(environment), NO_COLOR: "1", ...more };
  return spawnSync(process.execPath, [...args], { cwd: root, encoding: "utf8", env });
}
