import { readFile, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { UsageError } from "../../core/errors.ts";
import { discard, isOwnRun, leftBeside, type Neighbour } from "../neighbours.ts";
import { renameFile } from "../rename-file.ts";

/** What was done about a run that was killed while it wrote several files: paths from the root. */
export interface FinishedFiles {
  /** Files that have their new text now. */
  readonly written: readonly string[];
  /** Files that somebody else changed meanwhile, and that stay as they are. */
  readonly kept: readonly string[];
  /** Files beside which somebody else left something, such as the repository; nothing is done about that. */
  readonly foreign: readonly string[];
}

/**
 * Does what `writeFilesAtomically` could not do any more. A new text comes before the copy of the former one and goes when it takes its name: a copy
 * without its new text says that names were being taken, and then all new texts are whole. Without such a copy nothing was changed yet, and what was
 * prepared is removed. `paths` are those that could have been written. Rejects with a `UsageError` when a file cannot be written.
 */
export async function finishFiles(paths: readonly string[], root: string): Promise<FinishedFiles> {
  const targets = await Promise.all(paths.map((path) => realpath(join(root, path)).catch(() => undefined)));
  const real = await realpath(root);
  const found = (await leftBeside(targets.filter((target) => target !== undefined))).filter(
    ({ ending }) => ending !== "tmp",
  );
  const left = found.filter(({ run }) => isOwnRun(run, real));
  const foreign = new Set(found.filter((one) => !left.includes(one)).map(({ target }) => target));
  const written: string[] = [];
  const kept: string[] = [];
  for (const run of new Set(left.map((one) => one.run))) {
    const own = left.filter((one) => one.run === run);
    const pairs = own
      .filter(({ ending }) => ending === "new")
      .map((fresh) => ({
        fresh,
        backup: own.find(({ ending, target }) => ending === "old" && target === fresh.target),
      }));
    const begun =
      own.filter(({ ending }) => ending === "old").length > pairs.filter(({ backup }) => backup !== undefined).length;
    for (const { fresh, backup } of begun ? pairs : [])
      (backup !== undefined && (await takeName(fresh, backup)) ? written : kept).push(fresh.target);
    // In this order a run that is killed here, too, leaves what says the same as before.
    for (const ending of begun ? ["new", "old"] : ["old", "new"])
      for (const one of own) if (one.ending === ending) await discard(one.path);
  }
  const shown = (all: readonly string[]): string[] =>
    all.map((target) => relative(real, target).split(sep).join("/")).sort();
  return { written: shown(written), kept: shown(kept), foreign: shown([...foreign]) };
}

/** True when the file still had its former text, and has the new one now. */
async function takeName({ path, target }: Neighbour, backup: Neighbour): Promise<boolean> {
  const [now, before] = await Promise.all([target, backup.path].map((file) => readFile(file).catch(() => undefined)));
  if (now === undefined || before === undefined || !now.equals(before)) return false;
  try {
    await renameFile(path, target);
    return true;
  } catch (error) {
    throw new UsageError(
      `A fix that was interrupted cannot be finished: ${(error as Error).message}.`,
      `The rest of it is in ${path}.`,
      target,
    );
  }
}
