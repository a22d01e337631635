import { accessSync, constants, existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { findGit } from "./find-git.ts";

const known = new Map<string, string | undefined>();

/**
 * The absolute path of the git that is asked about a directory; undefined when there is none. It is looked for once, in PATH, and never in the repository
 * around the directory: whoever sends a pull request could put a program there. `directory` is an absolute path.
 */
export function gitProgram(directory: string): string | undefined {
  if (!known.has(directory)) known.set(directory, search(directory));
  return known.get(directory);
}

function search(directory: string): string | undefined {
  const tree = repositoryAround(directory);
  return findGit({
    platform: process.platform,
    path: process.env["PATH"],
    extensions: process.env["PATHEXT"],
    untrusted: [...new Set([tree, realPath(tree) ?? tree])],
    cwd: process.cwd(),
    exists: runnable,
  });
}

/** The nearest directory above that has a `.git`; the directory itself when none has. */
function repositoryAround(directory: string): string {
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return directory;
  }
}

function runnable(path: string): string | undefined {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile() ? realpathSync.native(path) : undefined;
  } catch {
    return undefined;
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
