import type { DirectoryEntry, Snapshot } from "../../src/core/snapshot.ts";
import { openGitTree } from "../../src/source/git/git-tree.ts";
import type { Repository } from "./git-repository.ts";

export const today = "2026-11-23";

export const staged = ({ root }: Pick<Repository, "root">): Snapshot => openGitTree(root, { kind: "index" }, { today });

export const committed = (repository: Repository, ref = "HEAD"): Snapshot =>
  openGitTree(
    repository.root,
    { kind: "commit", id: repository.git("rev-parse", `${ref}^{commit}`), label: ref },
    { today },
  );

export const textOf = (snapshot: Snapshot, path: string): string => {
  const result = snapshot.read(path);
  return result.ok ? result.text : result.reason;
};

export const names = (snapshot: Snapshot, directory = ""): string[] =>
  snapshot.entries(directory).map(({ name }) => name);

export const kinds = (snapshot: Snapshot, directory = ""): Record<string, DirectoryEntry["kind"]> =>
  Object.fromEntries(snapshot.entries(directory).map(({ name, kind }) => [name, kind]));
