import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { differingFiles, generatedFiles } from "./generated-files.ts";

export interface WriteOutcome {
  /** Paths of the files that were written: those that differed. */
  readonly paths: readonly string[];
  readonly faults: readonly string[];
}

/** Brings every generated file up to date. */
export async function writeGenerated(root: string): Promise<WriteOutcome> {
  const { files, faults } = await generatedFiles(root);
  const differing = differingFiles(root, files);
  for (const { path, text } of differing) writeFileIn(root, path, text);
  return { paths: differing.map(({ path }) => path), faults };
}

/** Writes a file of the project, with the folders it needs. */
export function writeFileIn(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
