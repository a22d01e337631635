import { realpathSync } from "node:fs";
import { join, sep } from "node:path";
import type { ReadObserver } from "../core/read-observer.ts";
import type { DirectoryEntry, History, ReadResult, Snapshot } from "../core/snapshot.ts";
import { gitHistory } from "./git/git-history.ts";
import { globPaths } from "./glob-paths.ts";
import { listDirectory, type Listing } from "./list-directory.ts";
import { openPastTree } from "./git/past-tree.ts";
import { memoised, memoisedTexts } from "./memoised.ts";
import { readRegularText, readText } from "./read-text.ts";
import { refuseVanished } from "./git/tree-fault.ts";

export interface WorkTreeOptions {
  /** ISO 8601 date. */
  readonly today: string;
  readonly observer?: ReadObserver | undefined;
  /** What was read before and is still so; without it everything is read anew. */
  readonly memory?: WorkTreeMemory | undefined;
  /**
   * Takes what is read, by the names that git gives to such contents, for other trees of the repository: what they have in common is not read again.
   */
  readonly blobs?: Map<string, ReadResult> | undefined;
}

/** Listings and texts by their paths, and what identifies directories: the answers to `version` of the snapshot. */
export interface WorkTreeMemory {
  readonly lists: Map<string, Listing>;
  readonly texts: Map<string, ReadResult>;
  readonly contentId: (directory: string) => string;
  /** The history, once somebody has asked for it: only what git does changes it. */
  history: History | undefined;
}

/**
 * The files of a directory as they are now. Nothing is read before it is asked for, and nothing is read twice but
 * texts beyond half a million characters.
 * `root` is an absolute path of a directory that exists, `today` an ISO 8601 date.
 */
export function openWorkTree(root: string, { today, observer, memory, blobs }: WorkTreeOptions): Snapshot {
  const real = realpathSync.native(root);
  observer?.path(root);
  const absoluteOf = absolutePaths(real);
  const readObserved = (path: string, isRegular = false): ReadResult => {
    const absolute = absoluteOf(path);
    observer?.path(absolute);
    const result = isRegular ? present(readRegularText(absolute), absolute) : readText(absolute);
    if (result.ok) blobs?.set(result.id, result);
    return result;
  };
  const submodules = memoised(() => submodulesOf(readObserved(".gitmodules")));
  const list = memoised((path: string): Listing => {
    const absolute = absoluteOf(path);
    observer?.path(absolute);
    const listing = listDirectory(absolute, real, {
      beneathLink: isBeneathLink(path, list),
      onLink: (link) => observer?.path(link),
    });
    return listing.entries.length === 0 && submodules("").includes(path)
      ? { ...listing, failure: "it is a submodule that is not checked out" }
      : listing;
  }, memory?.lists);
  const readAny = (path: string): ReadResult => {
    const entry = path === "" ? undefined : entryAt(path, list);
    return entry?.kind === "file"
      ? readObserved(path, true)
      : (refusal(path, { entry, list }) ?? present(readObserved(path), absoluteOf(path)));
  };
  const read = memory === undefined ? memoisedTexts(readAny) : memoised(readAny, memory.texts);
  const glob = memoised((text: string): readonly string[] => {
    const patterns = JSON.parse(text) as string[];
    for (const pattern of patterns) if (!pattern.startsWith("!")) observer?.below(join(real, literalPart(pattern)));
    return globPaths(real, patterns)
      .filter((path) => entryAt(path, list)?.kind === "file")
      .sort(byCodeUnit);
  });
  return {
    root,
    tree: "work tree",
    today,
    ...(process.platform === "darwin" ? { foldsForms: true } : {}),
    entries: (directory) => entriesOf(directory, list),
    read: (path) => (leaves(path) ? outside : read(normal(path))),
    glob: (patterns) => glob(JSON.stringify(patterns)),
    ...(memory === undefined ? {} : { contentId: memory.contentId }),
    history: historyOf(real, { today, observer, memory, blobs }),
  };
}

/** Paths are normal when they come here: where they have the separators of the system, there is nothing to be joined. */
function absolutePaths(root: string): (path: string) => string {
  const prefix = root.endsWith(sep) ? root : `${root}${sep}`;
  return (path) => (path === "" ? root : sep === "/" ? `${prefix}${path}` : join(root, path));
}

function historyOf(real: string, { today, observer, memory, blobs }: WorkTreeOptions): History {
  const history =
    memory?.history ??
    gitHistory(real, {
      start: "HEAD",
      open: (id) => openPastTree(real, id, { today, blobs, isCompared: true }),
      shared: blobs,
    });
  if (memory !== undefined) memory.history = history;
  return observer === undefined ? history : observedHistory(history, (object) => observer.history(real, object));
}

function observedHistory(history: History, observe: (object?: string) => void): History {
  return {
    commit: (id) => {
      observe(id);
      return history.commit(id);
    },
    renamed: (path) => {
      observe();
      return history.renamed(path);
    },
    existed: (path) => {
      observe();
      return history.existed(path);
    },
    branches: () => {
      observe();
      return history.branches();
    },
    at: (day) => {
      observe();
      return history.at(day);
    },
  };
}

/** The directory that all paths of a glob lie in. */
function literalPart(pattern: string): string {
  const segments = pattern.split("/").slice(0, -1);
  const magic = segments.findIndex((segment) => /[*?[\]{}()!+@|\\]/.test(segment));
  return segments.slice(0, magic === -1 ? segments.length : magic).join("/");
}

/** The directories that git fills only when it is asked to. */
function submodulesOf(modules: ReadResult): string[] {
  return modules.ok
    ? [...modules.text.matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S.*)$/gm)].map(([, path = ""]) =>
        path.trim().replace(/^"(.*)"$/, "$1"),
      )
    : [];
}

type List = (path: string) => Listing;

const outside: ReadResult = { ok: false, reason: "outside", detail: "the path leaves the repository" };

/** The path names something that is not below the root, whatever is there. */
function leaves(path: string): boolean {
  // Nearly all paths are plainly inside.
  if (!path.includes("..") && path.charCodeAt(0) !== codes.slash && path.charCodeAt(1) !== codes.colon) return false;
  return path.startsWith("/") || /^[a-z]:[\\/]/i.test(path) || path.split(/[\\/]/).includes("..");
}

const codes = { slash: 47, colon: 58 } as const;

function normal(path: string): string {
  // Most paths come from a listing.
  if (!/(?:^|\/)(?:\.?\/|\.?$)/.test(path)) return path;
  return path
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".")
    .join("/");
}

function entriesOf(directory: string, list: List): readonly DirectoryEntry[] {
  const path = normal(directory);
  if (leaves(directory)) return [];
  return path === "" || entryAt(path, list)?.kind === "directory" ? list(path).entries : [];
}

/** What was read of a file that its directory lists. */
function present(result: ReadResult, absolute: string): ReadResult {
  if (!result.ok && result.reason === "missing") refuseVanished(absolute);
  return result;
}

/** Walks down from the root, so that case counts on every system and no link on the way leaves the repository. */
function entryAt(path: string, list: List): DirectoryEntry | undefined {
  if (!path.includes("/")) return list("").named.get(path);
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

/** Whether a symbolic link leads to a path or to a directory above it. */
function isBeneathLink(path: string, list: List): boolean {
  for (let end = path.length; end > 0;) {
    const slash = path.lastIndexOf("/", end - 1);
    if (list(path.slice(0, Math.max(slash, 0))).links?.has(path.slice(slash + 1, end)) === true) return true;
    end = slash;
  }
  return false;
}

/** Why a path is not opened; undefined for special files, of which `readText` says what they are. */
function refusal(
  path: string,
  { entry, list }: { readonly entry: DirectoryEntry | undefined; readonly list: List },
): ReadResult | undefined {
  if (path === "") return { ok: false, reason: "directory", detail: "it is the root of the repository" };
  if (entry === undefined) return absence(path, list);
  if (entry.kind === "directory") return { ok: false, reason: "directory", detail: "it is a directory" };
  if (entry.kind === "broken")
    return { ok: false, reason: "broken", detail: "it is a symbolic link that leads nowhere" };
  if (entry.kind === "outside")
    return { ok: false, reason: "outside", detail: "it is a symbolic link that leaves the repository" };
  return undefined;
}

/** Not found is "missing" only when every directory on the way could be listed. */
function absence(path: string, list: List): ReadResult {
  const segments = path.split("/");
  for (let length = 0; length < segments.length; length += 1) {
    const directory = segments.slice(0, length).join("/");
    if (length > 0 && entryAt(directory, list)?.kind !== "directory") break;
    const { failure } = list(directory);
    if (failure !== undefined)
      return {
        ok: false,
        reason: "unreadable",
        detail: `${directory === "" ? "the root" : directory} cannot be listed: ${failure}`,
      };
  }
  return { ok: false, reason: "missing", detail: "there is no such file" };
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
