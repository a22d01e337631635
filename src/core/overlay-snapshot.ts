import type { Snapshot } from "./snapshot.ts";

/** A snapshot in which some files have other texts, as they would read after a fix. Nothing is written; files only change, none comes or goes. */
export function overlaySnapshot(snapshot: Snapshot, texts: ReadonlyMap<string, string>): Snapshot {
  return {
    root: snapshot.root,
    tree: snapshot.tree,
    today: snapshot.today,
    entries: (directory) => snapshot.entries(directory),
    history: snapshot.history,
    glob: (patterns) => snapshot.glob(patterns),
    ...(snapshot.foldsForms === undefined ? {} : { foldsForms: snapshot.foldsForms }),
    // What holds one of the texts is looked at anew.
    contentId: (directory) =>
      [...texts.keys()].some((path) => directory === "" || path.startsWith(`${directory}/`))
        ? undefined
        : snapshot.contentId?.(directory),
    ...(snapshot.remote === undefined ? {} : { remote: snapshot.remote }),
    read: (path) => {
      const text = texts.get(path);
      // The text identifies itself; a digest would only be shorter.
      return text === undefined ? snapshot.read(path) : { ok: true, text, id: text };
    },
  };
}
