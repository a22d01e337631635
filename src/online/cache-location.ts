import { join } from "node:path";
import { cacheFolder } from "../cache/cache-folder.ts";
import type { Environment } from "./github-server.ts";

/** Where the answers of a server are kept. */
export function cacheLocation(root: string, environment: Environment): string {
  return join(cacheFolder(root, environment), "server-answers.json");
}
