import micromatch from "micromatch";
import { derived } from "../../core/derived.ts";
import type { DirectoryEntry, EntryKind, ReadResult, Snapshot } from "../../core/snapshot.ts";
import { commitFiles, indexFiles } from "./git-files.ts";
import { gitHistory } from "./git-history.ts";
import { follow, submodule, symbolicLink, type GitLinks } from "./git-links.ts";
import { blobReader, requireContents, type GitFile } from "./git-objects.ts";
import type { Lookup } from "../layered-map.ts";
import { MovingTree, type FileTree } from "./moving-tree.ts";
import { isMatchable, usablePatterns } from "../usable-patterns.ts";

/** Which tree of the repository: what is staged, or a commit by its full object name. `label` is shown in the report. */
export type GitTree =
  { readonly kind: "index" } | { readonly kind: "commit"; readonly id: string; readonly label: string };

export interface GitTreeOptions {
  /** ISO 8601 date. */
  readonly today: string;
  /** What was read of blobs, by their names: for trees of one repository, which share most of them. */
  readonly blobs?: Map<string, ReadResult> | undefined;
  /** Whether it is compared with another tree: a content that is not there is then refused, and no file that cannot be read. Default: no. */
  readonly isCompared?: boolean | undefined;
}

/**
 * A tree of git as a snapshot: nothing is checked out, and the work tree is not looked at. `root` is an absolute path inside
 * the repository. Throws a `UsageError` when git cannot list the tree.
 */
export function openGitTree(
  root: string,
  tree: GitTree,
  { today, blobs = new Map(), isCompared = false }: GitTreeOptions,
): Snapshot {
  const { files, tree: opened } = tree.kind === "index" ? listedTree(indexFiles(root)) : commitTree(root, tree.id);
  const history = gitHistory(root, {
    start: tree.kind === "index" ? "HEAD" : tree.id,
    open: (id) => openGitTree(root, { kind: "commit", id, label: id.slice(0, 7) }, { today, blobs, isCompared: true }),
    shared: blobs,
  });
  const read = blobReader(root, files, blobs);
  return gitSnapshot(
    { tree: opened, blob: isCompared ? requireContents(root, read) : read },
    { root, tree: tree.kind === "index" ? "index" : `commit ${tree.label}`, today, history },
  );
}

interface ListedTree {
  readonly files: readonly GitFile[];
  readonly tree: FileTree;
}

function listedTree(files: readonly GitFile[]): ListedTree {
  return { files, tree: new MovingTree(files).take() };
}

/** By root and object name, the trees of commits that were listed last: the base of an audit often is the commit of a review as well, and a commit never changes. */
const lastTrees = new Map<string, ListedTree>();
const mostTrees = 3;

function commitTree(root: string, id: string): ListedTree {
  const key = `${root}\0${id}`;
  const found = lastTrees.get(key) ?? listedTree(commitFiles(root, id));
  lastTrees.set(key, found);
  const [oldest] = lastTrees.keys();
  if (lastTrees.size > mostTrees && oldest !== undefined) lastTrees.delete(oldest);
  return found;
}

/** A snapshot over the files of a tree, wherever they come from. */
export function gitSnapshot(
  { tree, blob }: { readonly tree: FileTree; readonly blob: GitLinks["blob"] },
  subject: Pick<Snapshot, "root" | "tree" | "today" | "history">,
): Snapshot {
  const store: Store = { byPath: tree.byPath, children: tree.children, blob, root: subject.root };
  return {
    ...subject,
    entries: (directory) => entriesOf(store, normal(directory), tree.isPlain),
    read: (path) =>
      leaves(path)
        ? { ok: false, reason: "outside", detail: "the path leaves the repository" }
        : read(store, normal(path), tree.isPlain),
    glob: (patterns) => globTree(store, patterns),
    // Through a link a directory may show what lies elsewhere. Most paths are normal already.
    contentId: (directory) =>
      tree.isPlain ? (tree.versions.get(directory) ?? tree.versions.get(normal(directory))) : undefined,
  };
}

interface Store extends GitLinks {
  readonly children: Lookup<ReadonlyMap<string, GitFile | undefined>>;
}

/** The entries of directories without links: trees of one walk share those of directories in which no path came or went. */
const plainEntries = derived<ReadonlyMap<string, GitFile | undefined>, readonly DirectoryEntry[]>();

function entriesOf(store: Store, directory: string, isPlain: boolean): readonly DirectoryEntry[] {
  if (isPlain) {
    const children = store.children.get(directory);
    return children === undefined ? [] : plainEntries(children, () => listed(store, children));
  }
  const { path } = follow(store, directory);
  const found = path === undefined || circles(store, directory) ? undefined : store.children.get(path);
  return found === undefined ? [] : listed(store, found);
}

function listed(store: Store, children: ReadonlyMap<string, GitFile | undefined>): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  children.forEach((file, name) => entries.push({ name, kind: kindOf(store, file) }));
  return entries.sort((one, other) => byCodeUnit(one.name, other.name));
}

/** Files as globby finds them in a work tree. */
function globTree(store: Store, patterns: readonly string[]): string[] {
  const found = micromatch([...store.byPath.keys()].filter(isMatchable), usablePatterns(patterns), {
    dot: true,
    noextglob: true,
    ignore: ["**/node_modules/**", "**/.git/**"],
  });
  return found.filter((path) => kindOf(store, store.byPath.get(path)) === "file").sort(byCodeUnit);
}

/** A link to a directory above itself is shown, but has no children: else whoever walks the tree walks for ever. */
function circles(store: Store, directory: string): boolean {
  const ends = new Set<string | undefined>([""]);
  const segments = directory === "" ? [] : directory.split("/");
  return segments.some((_, index) => {
    const { path } = follow(store, segments.slice(0, index + 1).join("/"));
    return ends.has(path) || !ends.add(path);
  });
}

function kindOf(store: Store, file: GitFile | undefined): EntryKind {
  if (file === undefined || file.mode === submodule) return "directory";
  if (file.mode !== symbolicLink) return "file";
  const { path, failure } = follow(store, file.path);
  if (path === undefined) return failure === "outside" ? "outside" : "broken";
  if (store.children.has(path) || store.byPath.get(path)?.mode === submodule) return "directory";
  return store.byPath.has(path) ? "file" : "broken";
}

function read(store: Store, path: string, isPlain: boolean): ReadResult {
  // Most trees hold neither links nor submodules.
  const plain = isPlain ? store.byPath.get(path) : undefined;
  if (plain !== undefined) return store.blob(plain);
  const { path: end, failure } = follow(store, path);
  const file = end === undefined ? undefined : store.byPath.get(end);
  if (failure !== undefined) return { ok: false, ...unread[failure] };
  if (store.children.has(end) || file?.mode === submodule) return { ok: false, ...unread.directory };
  if (file !== undefined) return store.blob(file);
  return { ok: false, ...(endsAtLink(store, path) ? unread.broken : unread.missing) };
}

/** Whether a link on the way leads nowhere. */
function endsAtLink(store: Store, path: string): boolean {
  const segments = path.split("/");
  return segments.some((_, index) => {
    const file = store.byPath.get(segments.slice(0, index + 1).join("/"));
    return file !== undefined && kindOf(store, file) === "broken";
  });
}

/** Why nothing is read at a path. */
export const unread = {
  broken: { reason: "broken", detail: "it is a symbolic link that leads nowhere" },
  outside: { reason: "outside", detail: "it is a symbolic link that leaves the repository" },
  submodule: { reason: "unreadable", detail: "it is inside a submodule, whose files are not in this tree" },
  directory: { reason: "directory", detail: "it is a directory" },
  missing: { reason: "missing", detail: "there is no such file" },
} as const;

function leaves(path: string): boolean {
  return path.startsWith("/") || path.split("/").includes("..");
}

function normal(path: string): string {
  // Most paths come from a listing.
  if (!/(?:^|\/)(?:\.?\/|\.?$)/.test(path)) return path;
  return path
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".")
    .join("/");
}

export function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
