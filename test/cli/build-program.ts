import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { isBuilt } from "../../scripts/build-record.ts";
import { directoryVariable } from "./program.ts";

const root = join(import.meta.dirname, "../..");
const cache = join(root, "node_modules/.cache/queue-lint-test");
/** Linked work trees may share their packages, and so the cache. */
const own = createHash("sha256").update(root).digest("hex").slice(0, 12);

/**
 * Bundles the program for the tests, when a source changed since: started from its sources it takes seconds, and tests start it often.
 * Tests that run the tests of a copy of the project hand their bundle on.
 */
export default async function buildProgram(project: TestProject): Promise<void> {
  if (process.env[directoryVariable] !== undefined) return;
  const build = async (): Promise<void> => {
    process.env[directoryVariable] = await bundled();
  };
  await build();
  project.onTestsRerun(build);
}

/** The directory of a bundle of the sources as they are now. */
async function bundled(): Promise<string> {
  const directory = join(cache, `${own}-${newestSource()}`);
  if (existsSync(directory)) return directory;
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, "building-"));
  try {
    // A copy, because tests may run while somebody builds.
    if (isBuilt(root))
      cpSync(join(root, "dist"), temporary, { recursive: true, filter: (path) => !path.endsWith("compiled") });
    else await buildInto(temporary);
    for (const old of readdirSync(cache))
      if (old.startsWith(own)) rmSync(join(cache, old), { recursive: true, force: true });
    // Only now, when it is whole: another run may be looking for the same one.
    renameSync(temporary, directory);
  } catch (error) {
    if (!existsSync(directory)) throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return directory;
}

async function buildInto(directory: string): Promise<void> {
  const [rolldown, { program }] = await Promise.all([import("rolldown"), import("../../rolldown.config.ts")]);
  await rolldown.build({ ...program, output: { ...program.output, dir: directory } });
}

/** When a file was last written, or a directory last changed, that the bundle is made of: in milliseconds. */
function newestSource(): number {
  const sources = ["src", "rules"].flatMap((folder) => [
    folder,
    ...readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  ]);
  return Math.max(
    ...[...sources, "package.json", "package-lock.json", "rolldown.config.ts"].map((path) =>
      Math.ceil(statSync(join(root, path)).mtimeMs),
    ),
  );
}
