import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadResult, Snapshot } from "../../src/core/snapshot.ts";
import { openWorkTree } from "../../src/source/work-tree.ts";
import type { MemoryFile } from "../memory-snapshot.ts";
import { today, type RepositoryFiles } from "./run-rule.ts";

/** The expected findings of a bad case; stands in its folder, but is no part of its repository. */
export const goldenName = "expected.txt";
/** Keeps a directory in git that would be empty; no part of the repository either. */
const keepName = ".gitkeep";

/**
 * The repository in the folder of a case, read as an audit reads it: line endings, byte-order marks, broken links and
 * files of another encoding come out as they are.
 */
export function readCaseFiles(folder: string): RepositoryFiles {
  const snapshot = openWorkTree(folder, { today });
  return Object.fromEntries(walk(snapshot, "").filter(([path]) => path !== goldenName));
}

/** The golden of a case; undefined when it has none. */
export function readGolden(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, goldenName), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function walk(snapshot: Snapshot, directory: string): [string, MemoryFile][] {
  return snapshot.entries(directory).flatMap(({ name, kind }): [string, MemoryFile][] => {
    const path = directory === "" ? name : `${directory}/${name}`;
    if (name === keepName) return [];
    if (kind === "directory") return [[`${path}/`, ""], ...walk(snapshot, path)];
    return [[path, content(snapshot.read(path))]];
  });
}

function content(result: ReadResult): MemoryFile {
  return result.ok ? result.text : { reason: result.reason, detail: result.detail };
}
