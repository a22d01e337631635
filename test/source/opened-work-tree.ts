import type { ReadResult } from "../../src/core/snapshot.ts";
import { openWorkTree } from "../../src/source/work-tree.ts";
import { temporaryDirectory } from "./temporary-directory.ts";

export const today = "2026-11-23";

export const open = (files: Parameters<typeof temporaryDirectory>[0] = {}) => {
  const root = temporaryDirectory(files);
  return { root, tree: openWorkTree(root, { today }) };
};

export const kinds = (tree: ReturnType<typeof openWorkTree>, directory: string) =>
  tree.entries(directory).map((entry) => `${entry.name} ${entry.kind}`);

/** What identifies a content is up to each kind of snapshot. */
export const plain = (result: ReadResult): unknown => (result.ok ? { text: result.text } : result);
