import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, isAbsolute, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** What is asked of a system; a test puts its own in its place. */
export interface CacheSystem {
  readonly platform: NodeJS.Platform;
  /** The home of the user by the list of users; throws when the user is not in it. */
  homeOfUser(): string;
}

const thisSystem: CacheSystem = { platform: process.platform, homeOfUser: () => userInfo().homedir };

/**
 * Where queue-lint keeps what it need not find out again: below the nearest node_modules, where tools of Node keep their caches, or in the cache folder of the
 * user, as the system names it. An absolute path; undefined where there is no such place, and then nothing is kept.
 */
export function cacheFolder(
  directory: string,
  environment: Environment,
  system: CacheSystem = thisSystem,
): string | undefined {
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(join(at, "node_modules"))) return join(at, "node_modules/.cache/queue-lint");
    if (existsSync(join(at, ".git")) || dirname(at) === at) break;
  }
  return userCacheFolder(environment, system);
}

/** What queue-lint keeps for the user, in a place that no repository has a part in; undefined where there is none. */
export function userCacheFolder(environment: Environment, system: CacheSystem = thisSystem): string | undefined {
  const folder = userFolder(environment, system);
  return folder === undefined ? undefined : join(folder, "queue-lint");
}

function userFolder(environment: Environment, system: CacheSystem): string | undefined {
  const stated = absolute(environment["XDG_CACHE_HOME"]);
  if (stated !== undefined) return stated;
  const home = homeFolder(environment, system);
  if (system.platform === "win32")
    return absolute(environment["LOCALAPPDATA"]) ?? (home === undefined ? undefined : join(home, "AppData", "Local"));
  if (home === undefined) return undefined;
  return system.platform === "darwin" ? join(home, "Library", "Caches") : join(home, ".cache");
}

/** In a container the user may have neither the variable nor an entry in the list of users. */
function homeFolder(environment: Environment, { platform, homeOfUser }: CacheSystem): string | undefined {
  const stated = absolute(environment[platform === "win32" ? "USERPROFILE" : "HOME"]);
  if (stated !== undefined) return stated;
  try {
    return absolute(homeOfUser());
  } catch {
    return undefined;
  }
}

/** An empty or relative path would lead into the repository. */
function absolute(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined;
}
