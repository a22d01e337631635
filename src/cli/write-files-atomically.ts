import { access, chmod, chown, constants, copyFile, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { UsageError } from "../core/errors.ts";

/** A file that is there, relative to the root: what was read, and what is to be written. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

const backupEnding = ".bak";

interface Replacement extends FileChange {
  /** Where the file really stands, behind symbolic links. */
  readonly target: string;
  readonly fresh: string;
  readonly backup: string;
}

/**
 * Writes several files, all or none: every new text goes to a neighbour first, then all take their names; when one
 * cannot, those that did are put back. Modes are kept, links are followed inside the root. Rejects with a `UsageError`.
 */
export async function writeFilesAtomically(changes: readonly FileChange[], root: string): Promise<void> {
  const real = await realpath(root);
  const all = await Promise.all(changes.map((change) => replacement(change, real)));
  const created: string[] = [];
  const done: Replacement[] = [];
  try {
    for (const one of all) await attempt(one, () => prepare(one, created));
    for (const one of all) {
      await attempt(one, () => rename(one.fresh, one.target));
      done.push(one);
    }
  } catch (error) {
    for (const one of done.reverse()) await putBack(one, created);
    throw error;
  } finally {
    for (const path of created) await rm(path, { force: true }).catch(() => undefined);
  }
}

/** When even that fails, the former text stays where it is, and the message says where. */
async function putBack({ path, backup, target }: Replacement, created: string[]): Promise<void> {
  try {
    await rename(backup, target);
  } catch (error) {
    created.splice(0, created.length, ...created.filter((one) => !one.endsWith(backupEnding)));
    throw new UsageError(`The fixes could not be written, and the file could not be put back: ${(error as Error).message}.`, `Its former text is in ${backup}.`, path);
  }
}

/** Finds the file behind a path, and refuses what must not or cannot be written. */
async function replacement(change: FileChange, root: string): Promise<Replacement> {
  const target = await realpath(join(root, change.path)).catch(() => undefined);
  if (target === undefined) throw refusal(change.path, "it is no longer there");
  if (!target.startsWith(root.endsWith(sep) ? root : root + sep)) throw refusal(change.path, "it is a symbolic link that leaves the repository");
  if (!(await stat(target)).isFile()) throw refusal(change.path, "it is no regular file");
  if (!(await isWritable(target))) throw refusal(change.path, "it is read-only");
  if (!(await isWritable(dirname(target)))) throw refusal(change.path, "its directory is read-only");
  if (!(await readFile(target)).equals(Buffer.from(change.before))) throw refusal(change.path, "it changed since it was read", "Run it again.");
  return { ...change, target, fresh: `${target}.${process.pid}.tmp`, backup: `${target}.${process.pid}${backupEnding}` };
}

/** Also for the superuser a file that nobody may write is not written. */
async function isWritable(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  return (mode & 0o222) !== 0 && (await access(path, constants.W_OK).then(() => true, () => false));
}

/** Everything that needs room is written before any file takes its name. */
async function prepare({ target, fresh, backup, after }: Replacement, created: string[]): Promise<void> {
  const { mode, uid, gid } = await stat(target);
  await copyFile(target, backup, constants.COPYFILE_EXCL);
  created.push(backup);
  await writeFile(fresh, "", { flag: "wx" });
  created.push(fresh);
  await writeFile(fresh, after);
  for (const path of [fresh, backup]) {
    // Only the superuser may give a file away; for everyone else it is their own anyway.
    await chown(path, uid, gid).catch(() => undefined);
    await chmod(path, mode & 0o7777);
  }
}

async function attempt({ path }: Replacement, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    throw refusal(path, (error as Error).message);
  }
}

function refusal(path: string, reason: string, help = "Make it a file that you may write inside the repository, and run it again."): UsageError {
  return new UsageError(`The fixes cannot be written: ${reason}. Nothing was changed.`, help, path);
}
