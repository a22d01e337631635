import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { Environment } from "./github-server.ts";

const name = "server-answers.json";

/** Where answers are kept: below node_modules, where tools of Node keep their caches, or in the cache folder of the user. */
export function cacheLocation(root: string, environment: Environment): string {
  if (existsSync(join(root, "node_modules"))) return join(root, "node_modules/.cache/queue-lint", name);
  const stated = environment["XDG_CACHE_HOME"] ?? environment["LOCALAPPDATA"];
  return join(stated !== undefined && isAbsolute(stated) ? stated : join(homedir(), ".cache"), "queue-lint", name);
}
