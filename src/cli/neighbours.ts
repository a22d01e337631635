import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { userSecret } from "../cache/user-secret.ts";

/** `tmp` is on its way to take the place of one file. Of files that are written together `new` is that, and `old` keeps the former text. */
export type Ending = "tmp" | "new" | "old";

/** A file beside another one, while that is being written. */
export interface Neighbour {
  readonly path: string;
  /** The file that it is beside. */
  readonly target: string;
  /** The run that made it. */
  readonly run: string;
  readonly ending: Ending;
}

const shape = /^(.+)\.queue-lint-((\d+)-[0-9a-f]{8}(?:-[0-9a-f]{32})?)\.(tmp|new|old)$/s;
/** What is older, in milliseconds, no run is still writing: a process may have the number of one that ended long ago. */
const longest = 10 * 60_000;

/**
 * A name for this run, that no other one has: process numbers begin anew in every container. It is signed for the directory, so that nobody takes what
 * a repository brings for what this user left.
 */
export function newRun(directory: string): string {
  const name = `${process.pid}-${randomBytes(4).toString("hex")}`;
  return `${name}-${signatureOf(name, directory)}`;
}

/** Without a place for a secret of the user nothing that another process left is known again. */
const ownSecret = randomBytes(32).toString("hex");

function signatureOf(name: string, directory: string): string {
  const secret = userSecret(process.env) ?? ownSecret;
  return createHmac("sha256", secret).update(`${name} ${directory}`).digest("hex").slice(0, 32);
}

/** Whether this user began a run of that name in the directory. */
export function isOwnRun(run: string, directory: string): boolean {
  const [, name, signature] = /^(.*)-([0-9a-f]{32})$/.exec(run) ?? [];
  if (name === undefined || signature === undefined) return false;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(name, directory)));
}

export function neighbourOf(target: string, run: string, ending: Ending): string {
  return `${target}.queue-lint-${run}.${ending}`;
}

/** What runs that were killed left beside some files. Those of a run that may still be at work are not among them. */
export async function leftBeside(targets: readonly string[]): Promise<Neighbour[]> {
  const wanted = new Set(targets);
  const directories = [...new Set(targets.map((target) => dirname(target)))];
  const found = await Promise.all(
    directories.map(async (directory) => {
      const neighbours = (await readdir(directory).catch(() => [])).flatMap((name) =>
        toNeighbour(join(directory, name)),
      );
      const left = await Promise.all(
        neighbours.filter(({ target }) => wanted.has(target)).map(async (one) => ((await isLeft(one)) ? [one] : [])),
      );
      return left.flat();
    }),
  );
  return found.flat();
}

/** Removes a file that may not be there. What cannot be removed stays: the next run takes it for what it is. */
export async function discard(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}

function toNeighbour(path: string): Neighbour[] {
  const [, name, run, , ending] = shape.exec(basename(path)) ?? [];
  return name === undefined || run === undefined
    ? []
    : [{ path, target: join(dirname(path), name), run, ending: ending as Ending }];
}

async function isLeft({ path, run }: Neighbour): Promise<boolean> {
  const number = Number.parseInt(run, 10);
  if (number === process.pid || !isRunning(number)) return true;
  const stats = await stat(path).catch(() => undefined);
  return stats !== undefined && Date.now() - stats.mtimeMs > longest;
}

function isRunning(processNumber: number): boolean {
  try {
    process.kill(processNumber, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
