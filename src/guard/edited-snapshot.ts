import type { DirectoryEntry, Snapshot } from "../core/snapshot.ts";

/** The text that each file is to have, by its path from the root; undefined for one that is to go. */
export type EditedTexts = ReadonlyMap<string, string | undefined>;

/** What the files would read, or why that cannot be foreseen. */
export type ForeseenEdit = { readonly texts: EditedTexts } | { readonly reason: string };

/** A snapshot as it would read after an edit. Nothing is written. New files are listed and read; globs do not find them. */
export function editedSnapshot(snapshot: Snapshot, texts: EditedTexts): Snapshot {
  const added = [...texts]
    .filter(([path, text]) => text !== undefined && !snapshot.read(path).ok)
    .map(([path]) => path);
  const removed = new Set([...texts].filter(([, text]) => text === undefined).map(([path]) => path));
  const entries = (directory: string): readonly DirectoryEntry[] => {
    const prefix = directory === "" ? "" : `${directory}/`;
    const isLeft = ({ name, kind }: DirectoryEntry): boolean =>
      !removed.has(prefix + name) &&
      // A directory that loses its last file is not in any commit.
      (kind !== "directory" || !holds(removed, `${prefix}${name}/`) || entries(prefix + name).length > 0);
    return withAdded(snapshot.entries(directory).filter(isLeft), prefix, added);
  };
  return {
    root: snapshot.root,
    tree: snapshot.tree,
    today: snapshot.today,
    history: snapshot.history,
    ...(snapshot.foldsForms === undefined ? {} : { foldsForms: snapshot.foldsForms }),
    ...(snapshot.remote === undefined ? {} : { remote: snapshot.remote }),
    glob: (patterns) => snapshot.glob(patterns).filter((path) => !removed.has(path)),
    read: (path) => {
      if (removed.has(path)) return { ok: false, reason: "missing", detail: "it is to be removed" };
      const text = texts.get(path);
      return text === undefined ? snapshot.read(path) : { ok: true, text, id: text };
    },
    entries,
  };
}

function holds(paths: ReadonlySet<string>, prefix: string): boolean {
  return [...paths].some((path) => path.startsWith(prefix));
}

function withAdded(
  entries: readonly DirectoryEntry[],
  prefix: string,
  added: readonly string[],
): readonly DirectoryEntry[] {
  const names = new Set(entries.map(({ name }) => name));
  const more = added.flatMap((path): DirectoryEntry[] => {
    const [name = "", ...below] = path.startsWith(prefix) ? path.slice(prefix.length).split("/") : [];
    if (name === "" || names.has(name)) return [];
    names.add(name);
    return [{ name, kind: below.length === 0 ? "file" : "directory" }];
  });
  return more.length === 0 ? entries : [...entries, ...more].sort((one, other) => (one.name < other.name ? -1 : 1));
}
