import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../core/errors.ts";
import type { Opened } from "../../lint.ts";
import { printable } from "../../reporters/printable.ts";
import type { Io } from "../io.ts";
import { ciFiles, hookFiles, starterQueue, type StarterFile } from "./starter-files.ts";

/** The flags that ask for other files than the configuration. */
export interface StarterFlags {
  readonly queue?: boolean;
  readonly ci?: keyof typeof ciFiles;
  readonly hook?: keyof typeof hookFiles;
}

/** The files that the flags ask for. */
export function wantedStarters({ queue, ci, hook }: StarterFlags): StarterFile[] {
  return [
    ...(queue === true ? [starterQueue] : []),
    ...(ci === undefined ? [] : [ciFiles[ci]]),
    ...(hook === undefined ? [] : [hookFiles[hook]]),
  ];
}

interface Starting {
  readonly opened: Pick<Opened, "root" | "snapshot" | "model">;
  readonly write: (question: string) => Promise<boolean>;
  readonly io: Io;
}

/** Shows the files, and writes them when that is wanted. Rejects with a `UsageError` for one that is there already: what it holds is the team's own. */
export async function writeStarters(files: readonly StarterFile[], { opened, write, io }: Starting): Promise<void> {
  const { queue } = opened.model.settings;
  if (files.includes(starterQueue) && queue !== undefined && opened.snapshot.read(queue.path).ok)
    throw new UsageError("There is a queue already.", "“queue-lint entries” lists what is read in it.", queue.path);
  const there = files.find(({ path }) => opened.snapshot.read(path).ok);
  if (there !== undefined)
    throw new UsageError(`There is a ${there.path} already.`, `Add this to it:\n\n${there.text}`, there.path);
  for (const { path, text } of files) io.stdout.write(`# ${path}\n${text}\n`);
  const names = files.map(({ path }) => path).join(" and ");
  if (!(await write(`Write ${names}?`))) {
    io.stderr.write(`Nothing was written. With --write it is: ${names}.\n`);
    return;
  }
  const { writeFileAtomically } = await import("../fix/write-file-atomically.ts");
  for (const { path, text, then } of files) {
    await mkdir(join(opened.root, path, ".."), { recursive: true });
    await writeFileAtomically(path, text, { cwd: opened.root, expected: { text: undefined } });
    io.stderr.write(`Written: ${printable(path)}. ${then}\n`);
  }
}
