import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** All that is in a directory, in the order in which it can be written again: a directory before what is in it. */
export type DirectoryContent = readonly Entry[];

type Entry =
  | { readonly kind: "directory"; readonly path: string }
  | { readonly kind: "link"; readonly path: string; readonly target: string }
  | { readonly kind: "file"; readonly path: string; readonly content: Buffer; readonly mode: number };

/** Reads a directory with its links and the modes of its files. */
export function readDirectory(root: string, below = ""): DirectoryContent {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((entry): Entry[] => {
    const path = join(below, entry.name);
    const absolute = join(root, path);
    if (entry.isSymbolicLink()) return [{ kind: "link", path, target: readlinkSync(absolute) }];
    if (entry.isDirectory()) return [{ kind: "directory", path }, ...readDirectory(root, path)];
    return [{ kind: "file", path, content: readFileSync(absolute), mode: lstatSync(absolute).mode }];
  });
}

/** Writes what was read into a directory that is there and empty. */
export function writeDirectory(root: string, entries: DirectoryContent): void {
  for (const entry of entries) {
    const absolute = join(root, entry.path);
    if (entry.kind === "directory") mkdirSync(absolute);
    else if (entry.kind === "link") symlinkSync(entry.target, absolute);
    else {
      writeFileSync(absolute, entry.content);
      chmodSync(absolute, entry.mode);
    }
  }
}
