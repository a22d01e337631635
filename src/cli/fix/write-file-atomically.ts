import { link, lstat, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { UsageError } from "../../core/errors.ts";
import { deviceKind } from "../device-name.ts";
import { discard, leftBeside, neighbourOf, newRun } from "../neighbours.ts";
import { renameFile } from "../rename-file.ts";
import { wayOut } from "../way-out.ts";

export interface Destination {
  readonly cwd: string;
  /** What was there when it was read, undefined when nothing was: when that is no longer so, nothing is written. Left out: whatever is there is replaced. */
  readonly expected?: { readonly text: string | undefined };
}

/**
 * Writes a file whole or not at all: to a neighbour first, which then takes its name. A link is replaced, a pipe or a device written to. What a run that
 * was killed left beside it is removed. Rejects with a `UsageError`.
 */
export async function writeFileAtomically(path: string, text: string, { cwd, expected }: Destination): Promise<void> {
  const target = resolve(cwd, path);
  const kind = deviceKind(path);
  if (kind === "device")
    throw new UsageError(
      `${path} cannot be written: Windows keeps that name for a device.`,
      "Name a file, or NUL to write nothing.",
    );
  try {
    if ((await stat(target).catch(() => undefined))?.isDirectory() === true) throw new Error("it is a directory");
    if (kind === "stream" || (await isStream(target))) await writeFile(target, text);
    else await replace(target, text, expected);
  } catch (error) {
    if (error instanceof ChangedFileError)
      throw new UsageError(`${path} cannot be written: ${error.message}.`, "Run it again.");
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? `there is no directory ${dirname(path)}` : message;
    throw new UsageError(
      `${path} cannot be written: ${reason}.`,
      wayOut(error, "Name a file in a directory that exists and may be written to."),
    );
  }
}

/** The file is no longer what the new text was made from. */
class ChangedFileError extends Error {}

async function replace(target: string, text: string, expected: Destination["expected"]): Promise<void> {
  for (const { path, ending } of await leftBeside([target])) if (ending === "tmp") await discard(path);
  const neighbour = neighbourOf(target, newRun(dirname(target)), "tmp");
  try {
    await writeFile(neighbour, text, { flag: "wx", flush: true });
    if (expected === undefined) await renameFile(neighbour, target);
    else if (expected.text === undefined) await create(neighbour, target);
    else await exchange(neighbour, target, expected.text);
  } catch (error) {
    await discard(neighbour);
    throw error;
  }
}

async function exchange(neighbour: string, target: string, before: string): Promise<void> {
  const now = await readFile(target).catch(() => undefined);
  if (now?.equals(Buffer.from(before)) !== true)
    throw new ChangedFileError(now === undefined ? "it is no longer there" : "it changed since it was read");
  await renameFile(neighbour, target);
}

/** A second name is given only where nothing is, which no renaming does. Not every file system has second names. */
async function create(neighbour: string, target: string): Promise<void> {
  const { code } = await link(neighbour, target).then(
    () => ({ code: "" }),
    (error: unknown) => error as NodeJS.ErrnoException,
  );
  if (code === "EEXIST" || (code !== "" && (await lstat(target).catch(() => undefined)) !== undefined))
    throw new ChangedFileError("it came into being meanwhile");
  if (code === "") await discard(neighbour);
  else await renameFile(neighbour, target);
}

/** `/dev/stdout` and what a shell makes of `>(command)` are links to pipes. A link in a repository is never followed to one. */
async function isStream(target: string): Promise<boolean> {
  const look = target.startsWith("/dev/") || target.startsWith("/proc/") ? stat : lstat;
  const stats = await look(target).catch(() => undefined);
  return stats !== undefined && !stats.isFile() && !stats.isSymbolicLink();
}
