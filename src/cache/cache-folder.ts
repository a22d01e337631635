import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";

/** Where queue-lint keeps what it need not find out again: below the nearest node_modules, where tools of Node keep their caches, or in the cache folder of the user. */
export function cacheFolder(directory: string, environment: Readonly<Record<string, string | undefined>>): string {
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(join(at, "node_modules"))) return join(at, "node_modules/.cache/queue-lint");
    if (existsSync(join(at, ".git")) || dirname(at) === at) break;
  }
  const stated = environment["XDG_CACHE_HOME"] ?? environment["LOCALAPPDATA"];
  return join(stated !== undefined && isAbsolute(stated) ? stated : join(homedir(), ".cache"), "queue-lint");
}
