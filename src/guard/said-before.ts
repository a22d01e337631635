import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../cache/cache-folder.ts";
import { sha1 } from "../cache/sha1.ts";

export interface Said {
  readonly root: string;
  readonly session: string;
  readonly text: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Whether a session was told this already; remembers that it is told now. For agents that do not say whether they were kept from ending. When nothing can be remembered the answer is true: an agent must be able to end. */
export function saidBefore({ root, session, text, environment }: Said): boolean {
  const cache = cacheFolder(root, environment);
  if (cache === undefined) return true;
  const folder = join(cache, "guard");
  const file = join(folder, sha1().update(`${root}\0${session}`).digest("hex"));
  const digest = sha1().update(text).digest("hex");
  try {
    if (readFileSync(file, "utf8") === digest) return true;
  } catch {
    // Nothing was said in this session yet.
  }
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, digest);
    return false;
  } catch {
    return true;
  }
}
