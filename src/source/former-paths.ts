import type { LoggedCommit } from "./parse-commit-log.ts";

/** What is followed through the history, by its paths of today. */
export interface FollowedPaths {
  readonly files: readonly string[];
  readonly directories: readonly string[];
}

/** Whether a path is one of those, or was one before it got its name of today. `commits` come from old to new. */
export function formerPaths(commits: readonly LoggedCommit[], { files, directories }: FollowedPaths): (path: string) => boolean {
  const wanted = new Set(files);
  const roots = new Set(directories);
  for (const { renames } of [...commits].reverse()) {
    for (const [from, to] of renames) {
      if (wanted.has(to)) wanted.add(from);
      const root = [...roots].find((directory) => to.startsWith(`${directory}/`));
      const below = root === undefined ? "" : to.slice(root.length);
      // A file that came into the directory from elsewhere under another name says nothing about the directory.
      if (root !== undefined && !from.startsWith(`${root}/`) && from.endsWith(below) && below.split("/").length > 2) roots.add(from.slice(0, -below.length));
    }
  }
  return (path) => wanted.has(path) || [...roots].some((root) => path.startsWith(`${root}/`));
}
