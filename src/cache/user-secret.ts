import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { userCacheFolder } from "./cache-folder.ts";

/**
 * A secret of the user who runs queue-lint, 64 hexadecimal digits: what it signs was written by this user and not brought by a repository. Made
 * when it is first asked for, in the cache folder of the user, which no repository has a part in. Undefined where it cannot be kept, or belongs to another user.
 */
export function userSecret(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const folder = userCacheFolder(environment);
  if (folder === undefined) return undefined;
  const file = join(folder, "key");
  return readSecret(file) ?? (makeSecret(folder, file) ? readSecret(file) : undefined);
}

function readSecret(file: string): string | undefined {
  try {
    const { mode, uid } = statSync(file);
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0);
    const text = readFileSync(file, "utf8");
    return isOwn && /^[0-9a-f]{64}$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, and never in the place of another one: two processes may make it at once. */
function makeSecret(folder: string, file: string): boolean {
  const { randomBytes } = process.getBuiltinModule("node:crypto");
  const part = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(part, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
    chmodSync(part, 0o600);
    linkSync(part, file);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EEXIST";
  } finally {
    removePart(part);
  }
}

function removePart(part: string): void {
  try {
    rmSync(part, { force: true });
  } catch {
    // Where nothing can be written, there is nothing to remove.
  }
}
