import { access, chmod, chown, constants, copyFile, readFile, realpath, stat, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { UsageError } from "../../core/errors.ts";
import { discard, neighbourOf, newRun } from "../neighbours.ts";
import { renameFile } from "../rename-file.ts";
import { wayOut } from "../way-out.ts";

/** A file that is there, relative to the root: what was read, and what is to be written. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

interface Replacement extends FileChange {
  /** Where the file is really, after symbolic links. */
  readonly target: string;
  readonly fresh: string;
  readonly backup: string;
}

/**
 * Writes several files, all or none: every new text goes to a neighbour first, then all take their names; when one
 * cannot, those that did are put back. When the process is killed between the names, `finishFiles` does the rest. Modes are kept, links
 * are followed inside the root. Rejects with a `UsageError`.
 */
export async function writeFilesAtomically(changes: readonly FileChange[], root: string): Promise<void> {
  const real = await realpath(root);
  const run = newRun(real);
  const all = await Promise.all(changes.map((change) => replacement(change, real, run)));
  const created = new Set<string>();
  const done: Replacement[] = [];
  try {
    for (const one of all) await attempt(one, () => prepare(one, created));
    for (const one of all) {
      await attempt(one, () => takeName(one));
      created.delete(one.fresh);
      done.push(one);
    }
  } catch (error) {
    for (const one of done.reverse()) await putBack(one, created);
    throw error;
  } finally {
    // The former texts first: one that stands alone says that its file is written.
    for (const path of [...created].reverse()) await discard(path);
  }
}

/** When even that fails, the former text stays where it is, and the message says where. */
async function putBack({ path, backup, target }: Replacement, created: Set<string>): Promise<void> {
  try {
    await renameFile(backup, target);
    created.delete(backup);
  } catch (error) {
    created.forEach((one) => void (one.endsWith(".old") && created.delete(one)));
    throw new UsageError(
      `The fixes could not be written, and the file could not be put back: ${(error as Error).message}.`,
      `Its former text is in ${backup}.`,
      path,
    );
  }
}

/** Finds the file that a path leads to, and refuses what must not or cannot be written. */
async function replacement(change: FileChange, root: string, run: string): Promise<Replacement> {
  const target = await realpath(join(root, change.path)).catch(() => undefined);
  if (target === undefined) throw refusal(change.path, "it is no longer there");
  if (!target.startsWith(root.endsWith(sep) ? root : root + sep))
    throw refusal(change.path, "it is a symbolic link that leaves the repository");
  if (!(await stat(target)).isFile()) throw refusal(change.path, "it is not a regular file");
  if (!(await isWritable(target))) throw refusal(change.path, "it is read-only");
  if (!(await isWritable(dirname(target)))) throw refusal(change.path, "its directory is read-only");
  const found = { ...change, target, fresh: neighbourOf(target, run, "new"), backup: neighbourOf(target, run, "old") };
  await refuseChanged(found);
  return found;
}

async function refuseChanged({ path, target, before }: Replacement): Promise<void> {
  if (!(await readFile(target)).equals(Buffer.from(before)))
    throw refusal(path, "it changed since it was read", "Run it again.");
}

/** Also for the superuser a file that nobody may write is not written. */
async function isWritable(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  return (
    (mode & 0o222) !== 0 &&
    (await access(path, constants.W_OK).then(
      () => true,
      () => false,
    ))
  );
}

/** Everything that needs room is written before any file takes its name, and lies on the disk by then. The former text comes second: see `finishFiles`. */
async function prepare({ target, fresh, backup, after }: Replacement, created: Set<string>): Promise<void> {
  const { mode, uid, gid } = await stat(target);
  created.add(fresh).add(backup);
  await writeFile(fresh, after, { flag: "wx", flush: true });
  await copyFile(target, backup, constants.COPYFILE_EXCL);
  for (const path of [fresh, backup]) {
    // Only the superuser may give a file away; for everyone else it is their own anyway.
    await chown(path, uid, gid).catch(() => undefined);
    await chmod(path, mode & 0o7777);
  }
}

/** Somebody may have saved the file while its neighbours were written. */
async function takeName(one: Replacement): Promise<void> {
  await refuseChanged(one);
  await renameFile(one.fresh, one.target);
}

async function attempt({ path }: Replacement, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    throw error instanceof UsageError ? error : refusal(path, (error as Error).message, wayOut(error, standardHelp));
  }
}

const standardHelp = "Make it a file that you may write inside the repository, and run it again.";

function refusal(path: string, reason: string, help = standardHelp): UsageError {
  return new UsageError(`The fixes cannot be written: ${reason}. Nothing was changed.`, help, path);
}
