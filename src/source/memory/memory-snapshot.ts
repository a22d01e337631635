import { createHash } from "node:crypto";
import micromatch from "micromatch";
import type { DirectoryEntry, ReadFailure, ReadResult, Snapshot } from "../../core/snapshot.ts";
import { memoryRemote, type MemoryRemote } from "./memory-remote.ts";
import { memoryHistory, type MemoryHistory } from "./memory-history.ts";

/** Content of a file, or the reason why it cannot be read. */
export type MemoryFile = string | { readonly reason: ReadFailure; readonly detail: string };

export interface MemoryOptions {
  /** ISO 8601 date; 2026-11-23 without one. */
  readonly today?: string;
  /** Whether the system takes two Unicode forms of a name for one, as macOS does. */
  readonly foldsForms?: boolean;
  /** Without one there is no git history. */
  readonly history?: MemoryHistory;
  /** What a server says; without it the audit is offline. */
  readonly remote?: MemoryRemote;
  /** The files at the end of earlier days, by ISO 8601 date. */
  readonly days?: Readonly<Record<string, Readonly<Record<string, MemoryFile>>>>;
}

/**
 * A repository made of an object: keys are paths, values are texts. A key that ends in "/" is an empty
 * directory.
 */
export function memorySnapshot(
  files: Readonly<Record<string, MemoryFile>>,
  { today = "2026-11-23", foldsForms = false, history, days = {}, remote }: MemoryOptions = {},
): Snapshot {
  const paths = Object.keys(files)
    .filter((path) => !path.endsWith("/"))
    .sort(byCodeUnit);
  const tree = directoriesOf(files);
  const known = new Map<string, ReadResult>();
  return {
    root: "/repository",
    tree: "work tree",
    today,
    foldsForms,
    entries: (directory) =>
      [...(tree.get(trimmed(directory)) ?? [])]
        .map(([name, entry]) => ({ ...entry, name }))
        .sort((one, other) => byCodeUnit(one.name, other.name)),
    read: (path) => {
      const found = known.get(path) ?? readMemory(files, tree, path);
      known.set(path, found);
      return found;
    },
    ...(remote === undefined ? {} : { remote: memoryRemote(remote) }),
    history: memoryHistory(
      history,
      new Map(Object.entries(days).map(([day, then]) => [day, memorySnapshot(then, { today })])),
    ),
    glob: (patterns) =>
      micromatch(paths, [...patterns], { dot: true, ignore: ["**/node_modules/**", "**/.git/**"] }).sort(byCodeUnit),
  };
}

type Tree = ReadonlyMap<string, ReadonlyMap<string, DirectoryEntry>>;

function directoriesOf(files: Readonly<Record<string, MemoryFile>>): Tree {
  const tree = new Map<string, Map<string, DirectoryEntry>>([["", new Map()]]);
  for (const [key, file] of Object.entries(files)) {
    const segments = trimmed(key).split("/");
    let parent = "";
    segments.forEach((name, index) => {
      const last = index === segments.length - 1 && !key.endsWith("/");
      tree.get(parent)?.set(name, { name, kind: last ? kindOf(file) : "directory" });
      parent = segments.slice(0, index + 1).join("/");
      if (!last && !tree.has(parent)) tree.set(parent, new Map());
    });
  }
  return tree;
}

function kindOf(file: MemoryFile): DirectoryEntry["kind"] {
  if (typeof file === "string") return "file";
  return file.reason === "broken" || file.reason === "outside" ? file.reason : "file";
}

function readMemory(files: Readonly<Record<string, MemoryFile>>, tree: Tree, path: string): ReadResult {
  if (path.startsWith("/") || path.split("/").includes(".."))
    return { ok: false, reason: "outside", detail: "the path leaves the repository" };
  const key = trimmed(path);
  const file = Object.hasOwn(files, key) ? files[key] : undefined;
  if (file !== undefined && typeof file !== "string") return { ok: false, ...file };
  if (file !== undefined && !path.endsWith("/"))
    return { ok: true, text: file, id: createHash("sha1").update(file).digest("hex") };
  return tree.has(key)
    ? { ok: false, reason: "directory", detail: "it is a directory" }
    : { ok: false, reason: "missing", detail: "there is no such file" };
}

function trimmed(path: string): string {
  return path
    .split("/")
    .filter((segment) => segment !== "")
    .join("/");
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
