import { realpathSync } from "node:fs";
import { join } from "node:path";
import type { DirectoryEntry, ReadResult, Snapshot } from "../core/snapshot.ts";
import { gitHistory } from "./git-history.ts";
import { openGitTree } from "./git-tree.ts";
import { globPaths } from "./glob-paths.ts";
import { listDirectory, type Listing } from "./list-directory.ts";
import { readText } from "./read-text.ts";
import { refuseVanished } from "./tree-fault.ts";

/**
 * The files of a directory as they are now. Nothing is read before it is asked for, and nothing is read twice.
 * `root` is an absolute path of a directory that exists, `today` an ISO 8601 date.
 */
export function openWorkTree(root: string, { today }: { readonly today: string }): Snapshot {
  const real = realpathSync.native(root);
  const submodules = memoised(() => submodulesOf(readText(join(real, ".gitmodules"))));
  const list = memoised((path: string): Listing => {
    const listing = listDirectory(path === "" ? real : join(real, path), real);
    return listing.entries.length === 0 && submodules("").includes(path) ? { ...listing, failure: "it is a submodule that is not checked out" } : listing;
  });
  const read = memoised((path: string): ReadResult => refusal(path, list) ?? readListed(join(real, path)));
  const glob = memoised((patterns: string): readonly string[] =>
    globPaths(real, JSON.parse(patterns) as string[]).filter((path) => entryAt(path, list)?.kind === "file").sort(byCodeUnit));
  return {
    root,
    tree: "work tree",
    today,
    entries: (directory) => entriesOf(directory, list),
    read: (path) => (leaves(path) ? outside : read(normal(path))),
    glob: (patterns) => glob(JSON.stringify(patterns)),
    history: gitHistory(real, { start: "HEAD", open: (id) => openGitTree(real, { kind: "commit", id, label: id.slice(0, 7) }, { today }) }),
  };
}

/** The directories that git fills only when it is asked to. */
function submodulesOf(modules: ReadResult): string[] {
  return modules.ok ? [...modules.text.matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S.*)$/gm)].map(([, path = ""]) => path.trim().replace(/^"(.*)"$/, "$1")) : [];
}

type List = (path: string) => Listing;

const outside: ReadResult = { ok: false, reason: "outside", detail: "the path leaves the repository" };

/** The path names something that is not below the root, whatever stands there. */
function leaves(path: string): boolean {
  return path.startsWith("/") || /^[a-z]:[\\/]/i.test(path) || path.split(/[\\/]/).includes("..");
}

function normal(path: string): string {
  return path.split("/").filter((segment) => segment !== "" && segment !== ".").join("/");
}

function entriesOf(directory: string, list: List): readonly DirectoryEntry[] {
  const path = normal(directory);
  if (leaves(directory)) return [];
  return path === "" || entryAt(path, list)?.kind === "directory" ? list(path).entries : [];
}

/** Reads a file that its directory lists. */
function readListed(absolute: string): ReadResult {
  const result = readText(absolute);
  if (!result.ok && result.reason === "missing") refuseVanished(absolute);
  return result;
}

/** Walks down from the root, so that case counts on every system and no link on the way leaves the repository. */
function entryAt(path: string, list: List): DirectoryEntry | undefined {
  let parent = "";
  let found: DirectoryEntry | undefined;
  for (const name of path.split("/")) {
    if (found !== undefined && found.kind !== "directory") return found.kind === "file" ? undefined : found;
    found = list(parent).named.get(name);
    if (found === undefined) return undefined;
    parent = parent === "" ? name : `${parent}/${name}`;
  }
  return found;
}

/** Why a path is not opened; undefined for files, and for special files, of which `readText` says what they are. */
function refusal(path: string, list: List): ReadResult | undefined {
  if (path === "") return { ok: false, reason: "directory", detail: "it is the root of the repository" };
  const entry = entryAt(path, list);
  if (entry === undefined) return absence(path, list);
  if (entry.kind === "directory") return { ok: false, reason: "directory", detail: "it is a directory" };
  if (entry.kind === "broken") return { ok: false, reason: "broken", detail: "it is a symbolic link that leads nowhere" };
  if (entry.kind === "outside") return { ok: false, reason: "outside", detail: "it is a symbolic link that leaves the repository" };
  return undefined;
}

/** Not found is "missing" only when every directory on the way could be listed. */
function absence(path: string, list: List): ReadResult {
  const segments = path.split("/");
  for (let length = 0; length < segments.length; length += 1) {
    const directory = segments.slice(0, length).join("/");
    if (length > 0 && entryAt(directory, list)?.kind !== "directory") break;
    const { failure } = list(directory);
    if (failure !== undefined) return { ok: false, reason: "unreadable", detail: `${directory === "" ? "the root" : directory} cannot be listed: ${failure}` };
  }
  return { ok: false, reason: "missing", detail: "there is no such file" };
}

function memoised<Value>(compute: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
