import path, { basename } from "node:path";
import { pathBelow } from "../core/path-below.ts";
import type { PathEvent } from "../source/watch/watch-paths.ts";
import type { PathChange } from "../source/watch/watched-tree.ts";

/** Files at the root of the repository that may hold the configuration. */
const configuration = /^(?:queue-lint\.config\.\w+|package\.json)$/;

/** What happened below any of the names of the root; undefined when everything is to be looked at anew, since the configuration or the history changed. */
export function changedPaths(events: readonly PathEvent[], roots: readonly string[]): PathChange[] | undefined {
  const changes: PathChange[] = [];
  for (const { path: absolute, textOnly } of events) {
    const below = pathBelow(roots, absolute, path);
    if (below === undefined || configuration.test(below) || isHistory(below)) return undefined;
    changes.push({ path: below, textOnly });
  }
  return changes.filter(({ path }) => path !== "" && path !== ".git" && !path.startsWith(".git/"));
}

/** Whether a path of the repository says which commits there are; of all else that git writes nothing does. */
function isHistory(path: string): boolean {
  return (
    path.startsWith(".git/refs/") ||
    (path.startsWith(".git/") &&
      ["HEAD", "packed-refs", "shallow"].includes(basename(path)) &&
      !path.includes("/logs/"))
  );
}
