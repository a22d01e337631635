import type { WorkTreeMemory } from "../work-tree.ts";

/** Something that happened to a path, which is relative to the root. */
export interface PathChange {
  readonly path: string;
  /** False when the path came, went, or became something else; true when only what the file says is another. */
  readonly textOnly: boolean;
}

/** What is known of a work tree, from one look at it to the next: what did not change since is not read again. */
export class WatchedTree {
  #memory: WorkTreeMemory | undefined;
  #lists: WorkTreeMemory["lists"] = new Map();
  #texts: WorkTreeMemory["texts"] = new Map();
  #versions = new Map<string, number>();
  #count = 0;

  /** What is known now. Each look gets its own: packages of the one before may still be asked. */
  get memory(): WorkTreeMemory {
    const versions = new Map(this.#versions);
    this.#memory = {
      lists: this.#lists,
      texts: this.#texts,
      contentId: (directory) => String(versions.get(directory) ?? 0),
      history: this.#memory?.history,
    };
    return this.#memory;
  }

  change(changes: readonly PathChange[]): void {
    this.#count += 1;
    this.#lists = new Map(this.#lists);
    this.#texts = new Map(this.#texts);
    // What a link leads to may have changed under another name.
    if ([...this.#lists.values()].some(({ links }) => links !== undefined)) this.#forgetAll();
    for (const { path, textOnly } of changes) {
      this.#texts.delete(path);
      if (!textOnly) this.#forgetBelow(path);
      for (const directory of directoriesOf(path)) this.#versions.set(directory, this.#count);
      if (!textOnly) this.#versions.set(path, this.#count);
    }
  }

  #forgetBelow(path: string): void {
    this.#lists.delete(directoriesOf(path)[0] ?? "");
    for (const known of [this.#lists, this.#texts])
      for (const key of known.keys()) if (key === path || key.startsWith(`${path}/`)) known.delete(key);
  }

  #forgetAll(): void {
    this.#lists.clear();
    this.#texts.clear();
    for (const directory of this.#versions.keys()) this.#versions.set(directory, this.#count);
  }
}

/** The directories that hold a path, from the nearest to the root. */
function directoriesOf(path: string): string[] {
  const segments = path.split("/").slice(0, -1);
  return [...segments.map((_, index) => segments.slice(0, segments.length - index).join("/")), ""];
}
