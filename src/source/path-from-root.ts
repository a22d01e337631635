import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { UsageError } from "../core/errors.ts";

/** The directories that a path is read against, both absolute. */
export interface Directories {
  readonly cwd: string;
  readonly root: string;
}

/**
 * A path that the user gave, relative to `cwd`, as a path from the root with forward slashes. What is not a path stays as it
 * is. Throws a `UsageError` for an empty path and for one outside the root.
 */
export function pathFromRoot<Other extends false | undefined>(
  path: string | Other,
  { cwd, root }: Directories,
): string | Other {
  if (typeof path !== "string") return path;
  if (path.trim() === "")
    throw new UsageError(
      "The path of the baseline is empty.",
      "Give a file, as in --baseline .queue-lint-baseline.json.",
    );
  const inside = relative(realpathSync.native(root), real(resolve(cwd, path)));
  if (leaves(inside)) {
    throw new UsageError(
      `The baseline lies outside ${root}.`,
      "Keep it in the repository, so that everybody has the same one.",
      path,
    );
  }
  return inside.split(sep).join("/");
}

/** Whether a path that the user gave, relative to `cwd`, names something inside the root. */
export function isWithin(path: string, { cwd, root }: Directories): boolean {
  return path.trim() !== "" && !leaves(relative(realpathSync.native(root), real(resolve(cwd, path))));
}

function leaves(inside: string): boolean {
  return inside === "" || inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside);
}

/** The path without symbolic links in its directories, as far as they exist. The file itself may be yet to come. */
function real(path: string): string {
  const directory = dirname(path);
  if (directory === path) return path;
  return join(existsSync(directory) ? realpathSync.native(directory) : real(directory), basename(path));
}
