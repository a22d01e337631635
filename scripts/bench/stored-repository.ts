import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GeneratedCommit, git, writeRepository } from "./write-repository.ts";

/** Where everything lies that the benchmark writes, beside the peers. */
export const benchDirectory = join(tmpdir(), "queue-lint-bench");

/**
 * A generated repository, kept from one run to the next: written again when a generator changed. What a run left in it that is not committed is
 * taken back.
 */
export function storedRepository(name: string, commits: () => Iterable<GeneratedCommit>): string {
  const root = join(benchDirectory, name);
  const stamp = join(benchDirectory, `${name}.version`);
  const version = generatorVersion();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === version) {
    git(root, "reset", "--quiet", "--hard");
    git(root, "clean", "--quiet", "-dffx");
    return root;
  }
  rmSync(stamp, { force: true });
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  writeRepository(root, commits());
  // Only now, when it is whole.
  writeFileSync(stamp, version);
  return root;
}

/** A hash of the files that generate and write repositories: nobody has to remember to raise a number. */
function generatorVersion(): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(import.meta.dirname).sort()) {
    if (/^(?:generate|write-|repositories)/.test(name)) hash.update(readFileSync(join(import.meta.dirname, name)));
  }
  return hash.digest("hex");
}
