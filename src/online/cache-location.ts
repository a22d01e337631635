import { join } from "node:path";
import { cacheFolder } from "../cache/cache-folder.ts";
import type { Environment } from "./github-server.ts";

/** Where the answers of a server are kept; undefined where nothing can be. */
export function cacheLocation(root: string, environment: Environment): string | undefined {
  const folder = cacheFolder(root, environment);
  return folder === undefined ? undefined : join(folder, "server-answers.json");
}
