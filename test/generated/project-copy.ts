import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const projectRoot = join(import.meta.dirname, "../..");

/** What the scripts of the project and its rule tests read. */
const parts = [
  "src",
  "rules",
  "docs",
  "fixtures/rules",
  "scripts",
  "test",
  "README.md",
  "package.json",
  "tsconfig.json",
  "vitest.config.ts",
  "schema.json",
];

/** Copies the project into a temporary folder, so that a test may change it. Returns its absolute path. */
export function copyProject(): string {
  const root = mkdtempSync(join(tmpdir(), "queue-lint-project-"));
  for (const part of parts)
    cpSync(join(projectRoot, part), join(root, part), { recursive: true, verbatimSymlinks: true });
  symlinkSync(join(projectRoot, "node_modules"), join(root, "node_modules"), "dir");
  return root;
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

/** Runs tests of a copy, without what this process tells its own tests through the environment. */
export function runTests(root: string, args: readonly string[]): Ended {
  return run(root, [join(root, "node_modules/vitest/vitest.mjs"), "run", ...args]);
}

function run(root: string, args: readonly string[]): Ended {
  const environment = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|TEST|NODE_ENV|UPDATE_FIXTURES)/.test(name),
  );
  const env = { ...Object.fromEntries(environment), NO_COLOR: "1" };
  return spawnSync(process.execPath, [...args], { cwd: root, encoding: "utf8", env });
}
