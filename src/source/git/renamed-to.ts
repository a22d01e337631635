import { everySubmodule } from "./git-settings.ts";
import { runGit } from "./run-git.ts";

/** How many renames of one path are followed. */
const mostSteps = 10;

/**
 * Where git shows that a path went, by renames that are staged or were committed; undefined when it shows none, and when a
 * directory was split. Follows later renames of the new path. `path` counts from `root`, an absolute path inside the repository.
 */
export function renamedTo(root: string, path: string, start: string): string | undefined {
  let current = trimmed(path);
  for (let step = 0; step < mostSteps; step += 1) {
    const next = oneStep(root, current, start);
    if (next === undefined) break;
    current = next;
    if (isThere(root, current, start)) break;
  }
  return current === trimmed(path) ? undefined : current;
}

/** Whether the audited tree has the path. What leads to HEAD is the index, or the work tree, which is close to it. */
function isThere(root: string, path: string, start: string): boolean {
  if (start === "HEAD" && runGit(root, ["cat-file", "-e", `:./${path}`]).status === 0) return true;
  return start !== "HEAD" && runGit(root, ["ls-tree", "-z", start, "--", path]).stdout.length > 0;
}

function trimmed(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : path;
}

function oneStep(root: string, path: string, start: string): string | undefined {
  const staged = start === "HEAD" ? target(renames(root, ["diff-index", "--cached", start]), path) : undefined;
  if (staged !== undefined) return staged;
  const commit = runGit(root, [
    "log",
    "-1",
    "--no-renames",
    "--diff-filter=D",
    everySubmodule,
    "--format=%H",
    start,
    "--",
    `:(literal)${path}`,
  ])
    .stdout.toString("utf8")
    .trim();
  return commit === "" ? undefined : target(renames(root, ["diff-tree", "-r", "--no-commit-id", commit]), path);
}

/** Pairs of paths from the root. */
function renames(root: string, command: readonly string[]): [string, string][] {
  const words = runGit(root, [
    ...command,
    "--find-renames",
    "--diff-filter=R",
    "--name-status",
    "--relative",
    everySubmodule,
    "-z",
  ])
    .stdout.toString("utf8")
    .split("\0");
  const pairs: [string, string][] = [];
  for (let index = 0; index + 2 < words.length; index += 3)
    pairs.push([words[index + 1] ?? "", words[index + 2] ?? ""]);
  return pairs;
}

/** The new path of a file; of a directory when everything that was renamed out of it went to one place. */
function target(pairs: readonly [string, string][], path: string): string | undefined {
  const file = pairs.find(([from]) => from === path);
  if (file !== undefined) return file[1];
  const inside = pairs.filter(([from]) => from.startsWith(`${path}/`));
  const directories = inside.map(([from, to]) =>
    to.endsWith(from.slice(path.length)) ? to.slice(0, to.length - (from.length - path.length)) : undefined,
  );
  const [first] = directories;
  return first !== undefined && first !== "" && directories.every((directory) => directory === first)
    ? first
    : undefined;
}
