import type { LoggedCommit } from "./parse-commit-log.ts";

/** What is followed through the history, by its paths of today. */
export interface FollowedPaths {
  readonly files: readonly string[];
  readonly directories: readonly string[];
  /** Names of the files in the directories that whoever looks at a tree reads. */
  readonly names: readonly string[];
}

export interface FormerPaths {
  /** Whether a path is one of those that are followed, or was one before it got its name of today. */
  readonly isFollowed: (path: string) => boolean;
  /** Whether such a path is read as well. */
  readonly isRead: (path: string) => boolean;
}

/** The followed paths in all commits. `commits` come from old to new. */
export function formerPaths(
  commits: readonly LoggedCommit[],
  { files, directories, names }: FollowedPaths,
): FormerPaths {
  const wanted = new Set(files);
  const roots = new Set(directories);
  for (const { renames } of [...commits].reverse()) {
    for (const [from, to] of renames) {
      if (wanted.has(to)) wanted.add(from);
      const root = [...roots].find((directory) => to.startsWith(`${directory}/`));
      const below = root === undefined ? "" : to.slice(root.length);
      // A file that came into the directory from elsewhere under another name says nothing about the directory.
      if (root !== undefined && !from.startsWith(`${root}/`) && from.endsWith(below) && below.split("/").length > 2)
        roots.add(from.slice(0, -below.length));
    }
  }
  const below = [...roots].map((root) => `${root}/`);
  const isBelow = (path: string): boolean => below.some((root) => path.startsWith(root));
  return {
    isFollowed: (path) => wanted.has(path) || isBelow(path),
    isRead: (path) => wanted.has(path) || (names.includes(path.slice(path.lastIndexOf("/") + 1)) && isBelow(path)),
  };
}
