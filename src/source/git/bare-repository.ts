import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "../../core/errors.ts";
import { readText } from "../read-text.ts";
import { runGit } from "./run-git.ts";

/**
 * Whether a directory is a bare repository, or one whose `.git` leads to a bare one, as beside linked work trees. `root` is an absolute path. What is
 * there are not the files of a tree, and no file of it is missing.
 */
export function isBareRepository(root: string): boolean {
  return mayBeBare(root) && hasNoWorkTree(root);
}

/** Throws a `UsageError` for an audit of files that a bare repository does not have. */
export function refuseBare(root: string): never {
  throw new UsageError(
    "A bare repository has no work tree and no index.",
    "Name a commit with --ref HEAD, or run it in a work tree.",
    root,
  );
}

/** Git's own answer. Inside the `.git` of an ordinary repository there is no work tree either, but an index. */
export function hasNoWorkTree(root: string): boolean {
  const { status, stdout, stderr } = runGit(root, [
    "rev-parse",
    "--is-inside-work-tree",
    "--is-inside-git-dir",
    "--is-bare-repository",
  ]);
  // With safe.bareRepository git looks into none that was not named to it.
  if (status !== 0) return stderr.includes("cannot use bare repository");
  const [workTree, gitDirectory, bare] = stdout
    .toString("utf8")
    .split("\n")
    .map((word) => word.trim() === "true");
  return workTree === false && (gitDirectory === false || bare === true);
}

/** By what is there, so that git is asked in few repositories only. */
function mayBeBare(root: string): boolean {
  if (existsSync(join(root, "HEAD")) && existsSync(join(root, "objects"))) return true;
  const git = join(root, ".git");
  if (statSync(git, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const text = readText(git);
  const directory = resolve(dirname(git), (text.ok ? /^gitdir: (.+)$/m.exec(text.text)?.[1] : undefined) ?? "");
  // A linked work tree names the directory that it shares.
  return !existsSync(join(directory, "commondir"));
}
