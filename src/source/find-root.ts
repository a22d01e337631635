import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../core/errors.ts";
import type { ReadObserver } from "../core/read-observer.ts";
import { configFilesIn, listedReader } from "./find-config.ts";

/**
 * The absolute path of the directory to audit: the one the user names (relative to `cwd`), else the nearest from `cwd`
 * upwards that has a configuration or is a git repository, else `cwd`. Throws a `UsageError` when the named one is not a directory.
 */
export function findRoot(cwd: string, root?: string, observer?: ReadObserver): string {
  if (root !== undefined) return named(root, resolve(cwd, root));
  let directory = resolve(cwd);
  for (;;) {
    observer?.existence(join(directory, ".git"));
    // In a linked work tree and in a submodule, .git is a file.
    if (existsSync(join(directory, ".git")) || configFilesIn(listedReader(directory, observer)).length > 0)
      return directory;
    const parent = dirname(directory);
    if (parent === directory) return resolve(cwd);
    directory = parent;
  }
}

function named(root: string, absolute: string): string {
  if (root.trim() === "")
    throw new UsageError("The root is empty.", "Give a directory, as in --root ../my-repository.");
  if (!isDirectory(absolute, root))
    throw new UsageError("The root is not a directory.", "Give the directory that holds the repository.", root);
  return absolute;
}

function isDirectory(absolute: string, root: string): boolean {
  let code: string | undefined;
  try {
    return statSync(absolute).isDirectory();
  } catch (error) {
    code = (error as NodeJS.ErrnoException).code;
  }
  const what = code === "ENOENT" ? "The root does not exist." : `The root cannot be opened (${code ?? "unknown"}).`;
  throw new UsageError(what, "Give a directory that exists, or run queue-lint inside the repository.", root);
}
