import micromatch from "micromatch";
import { posix } from "node:path";
import type { DirectoryEntry, EntryKind, ReadResult, Snapshot } from "../core/snapshot.ts";
import { commitFiles, indexFiles } from "./git-files.ts";
import { gitHistory } from "./git-history.ts";
import { blobReader, type GitFile } from "./git-objects.ts";

/** Which tree of the repository: what is staged, or a commit by its full object name. `label` is shown in the report. */
export type GitTree = { readonly kind: "index" } | { readonly kind: "commit"; readonly id: string; readonly label: string };

/** How many symbolic links are followed one after the other. */
const mostLinks = 16;

/**
 * A tree of git as a snapshot: nothing is checked out, and the work tree is not looked at. `root` is an absolute path inside
 * the repository. Throws a `UsageError` when git cannot list the tree.
 */
export function openGitTree(root: string, tree: GitTree, { today }: { readonly today: string }): Snapshot {
  const files = tree.kind === "index" ? indexFiles(root) : commitFiles(root, tree.id);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const children = directoriesOf(files);
  const blob = blobReader(root, files);
  const store: Store = { byPath, children, blob };
  return {
    root,
    tree: tree.kind === "index" ? "index" : `commit ${tree.label}`,
    today,
    entries: (directory) => entriesOf(store, normal(directory)),
    read: (path) => (leaves(path) ? { ok: false, reason: "outside", detail: "the path leaves the repository" } : read(store, normal(path))),
    glob: (patterns) => micromatch([...byPath.keys()], [...patterns], { dot: true, ignore: ["**/node_modules/**", "**/.git/**"] }).sort(byCodeUnit),
    history: gitHistory(root, { start: tree.kind === "index" ? "HEAD" : tree.id, open: (id) => openGitTree(root, { kind: "commit", id, label: id.slice(0, 7) }, { today }) }),
  };
}

interface Store {
  readonly byPath: ReadonlyMap<string, GitFile>;
  readonly children: ReadonlyMap<string, ReadonlyMap<string, GitFile | undefined>>;
  readonly blob: (file: GitFile) => ReadResult;
}

/** The children of every directory; a directory has no file of its own. */
function directoriesOf(files: readonly GitFile[]): Map<string, Map<string, GitFile | undefined>> {
  const tree = new Map<string, Map<string, GitFile | undefined>>([["", new Map()]]);
  for (const file of files) {
    let parent = "";
    const segments = file.path.split("/");
    segments.forEach((name, index) => {
      const last = index === segments.length - 1;
      tree.get(parent)?.set(name, last ? file : undefined);
      parent = segments.slice(0, index + 1).join("/");
      if (!last && !tree.has(parent)) tree.set(parent, new Map());
    });
  }
  return tree;
}

function entriesOf(store: Store, directory: string): DirectoryEntry[] {
  const target = follow(store, directory);
  const found = target === undefined ? undefined : store.children.get(target);
  return [...(found ?? [])].map(([name, file]) => ({ name, kind: kindOf(store, file) })).sort((one, other) => byCodeUnit(one.name, other.name));
}

function kindOf(store: Store, file: GitFile | undefined): EntryKind {
  if (file === undefined || file.mode === "160000") return "directory";
  if (file.mode !== "120000") return "file";
  const target = linkTarget(store, file);
  if (target === undefined) return "broken";
  if (leaves(target)) return "outside";
  const end = follow(store, target);
  if (end === undefined) return "broken";
  return store.children.has(end) ? "directory" : store.byPath.has(end) ? "file" : "broken";
}

/** Where a path leads when all symbolic links on the way are followed; undefined when one leads nowhere, outside, or in a circle. */
function follow(store: Store, path: string, links = 0): string | undefined {
  if (links > mostLinks || leaves(path)) return undefined;
  const segments = path.split("/").filter((segment) => segment !== "");
  for (let length = 1; length <= segments.length; length += 1) {
    const file = store.byPath.get(segments.slice(0, length).join("/"));
    if (file?.mode !== "120000") continue;
    const target = linkTarget(store, file);
    return target === undefined ? undefined : follow(store, posix.join(target, ...segments.slice(length)), links + 1);
  }
  return segments.join("/");
}

/** The target of a symbolic link, from the root; one that leaves the repository begins with `..` or a slash. */
function linkTarget(store: Store, file: GitFile): string | undefined {
  const result = store.blob(file);
  if (!result.ok || result.text === "") return undefined;
  return result.text.startsWith("/") ? result.text : posix.normalize(posix.join(posix.dirname(file.path), result.text)).replace(/^\.$/, "");
}

function read(store: Store, path: string): ReadResult {
  const own = store.byPath.get(path);
  if (own?.mode === "120000") {
    const kind = kindOf(store, own);
    if (kind === "broken") return { ok: false, reason: "broken", detail: "it is a symbolic link that leads nowhere" };
    if (kind === "outside") return { ok: false, reason: "outside", detail: "it is a symbolic link that leaves the repository" };
  }
  const end = follow(store, path);
  const file = end === undefined ? undefined : store.byPath.get(end);
  if (end !== undefined && (store.children.has(end) || file?.mode === "160000")) return { ok: false, reason: "directory", detail: "it is a directory" };
  return file === undefined ? { ok: false, reason: "missing", detail: "there is no such file" } : store.blob(file);
}

function leaves(path: string): boolean {
  return path.startsWith("/") || path.split("/").includes("..");
}

function normal(path: string): string {
  return path.split("/").filter((segment) => segment !== "" && segment !== ".").join("/");
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
