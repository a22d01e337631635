import { lazily } from "../core/lazily.ts";
import type { DirectoryEntry, Snapshot } from "../core/snapshot.ts";

/** What is in a folder. A link to nothing, or out of the repository, does not. */
export interface Folder {
  readonly entries: readonly DirectoryEntry[];
  named(name: string): DirectoryEntry | undefined;
  /** The first entry that has the name in any case and Unicode form. */
  alike(name: string): DirectoryEntry | undefined;
}

/** Looks folders up, each indexed once: a queue may cite thousands of paths below one folder. */
export function folders(snapshot: Snapshot): (path: string) => Folder {
  const known = new Map<string, Folder>();
  return (path) => {
    const held = known.get(path) ?? index(snapshot.entries(path));
    known.set(path, held);
    return held;
  };
}

function index(all: readonly DirectoryEntry[]): Folder {
  const entries = all.filter((entry) => entry.kind !== "broken" && entry.kind !== "outside");
  const exact = lazily(() => new Map(entries.map((entry) => [entry.name, entry])));
  // Of equal keys the last one stays: the list is turned round, so that it is the first.
  const folded = lazily(() => new Map(entries.toReversed().map((entry) => [folding(entry.name), entry])));
  return { entries, named: (name) => exact().get(name), alike: (name) => folded().get(folding(name)) };
}

function folding(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
