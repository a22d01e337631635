import { rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { UsageError } from "../core/errors.ts";

/** Writes a file whole or not at all: to a neighbour first, which then takes its name. Rejects with a `UsageError`. */
export async function writeFileAtomically(path: string, text: string, cwd: string): Promise<void> {
  const target = resolve(cwd, path);
  const neighbour = `${target}.${process.pid}.tmp`;
  try {
    if ((await stat(target).catch(() => undefined))?.isDirectory() === true) throw new Error("it is a directory");
    await writeFile(neighbour, text, { flag: "wx" });
    await rename(neighbour, target);
  } catch (error) {
    await rm(neighbour, { force: true }).catch(() => undefined);
    const code = (error as NodeJS.ErrnoException).code;
    const reason = code === "ENOENT" ? `there is no directory ${dirname(path)}` : (error as Error).message;
    throw new UsageError(`${path} cannot be written: ${reason}.`, "Name a file in a directory that exists and may be written to.");
  }
}
