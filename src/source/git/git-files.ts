import { UsageError } from "../../core/errors.ts";
import { hasNoWorkTree, refuseBare } from "./bare-repository.ts";
import type { GitFile } from "./git-objects.ts";
import { parseGitFiles } from "./parse-git-files.ts";
import { askGit } from "./run-git.ts";

/** Every file of a commit below a directory. `commit` is a full object name. */
export function commitFiles(directory: string, commit: string): GitFile[] {
  return parseGitFiles(askGit(directory, ["ls-tree", "-r", "-z", commit]));
}

/** Every file of the index below a directory: what a commit would hold now. Throws a `UsageError` during a conflict, and where there is no index. */
export function indexFiles(directory: string): GitFile[] {
  const files = parseGitFiles(askGit(directory, ["ls-files", "--stage", "-z"]));
  if (files.length === 0 && hasNoWorkTree(directory)) refuseBare(directory);
  const conflict = files.find(({ stage }) => stage !== undefined && stage !== "0");
  if (conflict !== undefined)
    throw new UsageError(
      `The index has an unresolved conflict in ${conflict.path}.`,
      "Resolve the conflict and stage the file, or audit the work tree without --staged.",
      conflict.path,
    );
  if (!files.some((file) => isEmptyBlob(file.id))) return files;
  const staged = stagedPaths(directory, files);
  return files.filter((file) => !isEmptyBlob(file.id) || staged.has(file.path));
}

/** `git add -N` lists a file without staging it, with the empty blob; a comparison with nothing tells it from an empty file. */
function stagedPaths(directory: string, files: readonly GitFile[]): ReadonlySet<string> {
  const nothing = files.some(({ id }) => id.length === emptyTree.sha1.length) ? emptyTree.sha1 : emptyTree.sha256;
  return new Set(
    askGit(directory, [
      "diff-index",
      "--cached",
      "--ita-invisible-in-index",
      "--no-renames",
      "--ignore-submodules=all",
      "--relative",
      "--name-only",
      "-z",
      nothing,
      "--",
    ])
      .toString("utf8")
      .split("\0")
      .filter((path) => path !== ""),
  );
}

/** Git knows the tree without files everywhere. */
const emptyTree = {
  sha1: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  sha256: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
};

function isEmptyBlob(id: string): boolean {
  return (
    id === "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391" ||
    id === "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"
  );
}
