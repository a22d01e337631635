import { rename } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

/** What a rename needs of the system; a test puts its own in its place. */
export interface RenameSystem {
  readonly platform: NodeJS.Platform;
  rename(from: string, to: string): Promise<void>;
  /** Milliseconds. */
  wait(time: number): Promise<unknown>;
}

const thisSystem: RenameSystem = { platform: process.platform, rename, wait: (time) => setTimeout(time) };

/** How long a file that another program holds is waited for, in milliseconds. */
const longest = 1_000;
const held: ReadonlySet<string | undefined> = new Set(["EPERM", "EACCES", "EBUSY"]);

/**
 * Gives a file another name. On Windows an editor, a virus scanner or an indexer that has the target open for a moment makes that fail: it is tried again for up
 * to a second. Rejects with the error of the system, in whose message another program is named when that is the likely reason.
 */
export async function renameFile(from: string, to: string, system: RenameSystem = thisSystem): Promise<void> {
  let waited = 0;
  for (let pause = 10; ; pause *= 2) {
    try {
      await system.rename(from, to);
      return;
    } catch (error) {
      const failure = error as NodeJS.ErrnoException;
      if (system.platform !== "win32" || !held.has(failure.code)) throw failure;
      if (waited >= longest) throw heldBack(failure);
    }
    const time = Math.min(pause, longest - waited);
    await system.wait(time);
    waited += time;
  }
}

function heldBack(error: NodeJS.ErrnoException): NodeJS.ErrnoException {
  const told: NodeJS.ErrnoException = new Error("another program has the file open, or it is read-only", {
    cause: error,
  });
  if (error.code !== undefined) told.code = error.code;
  return told;
}
