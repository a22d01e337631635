import { submodule, symbolicLink } from "./git-links.ts";
import type { GitFile } from "./git-objects.ts";

/** A file that a commit adds or changes; without an id it is gone. */
export interface FileChange {
  readonly path: string;
  readonly mode: string;
  readonly id: string | undefined;
}

/** The files of a tree that goes from commit to commit. Only what a commit changes is touched. */
export class MovingTree {
  readonly byPath = new Map<string, GitFile>();
  /** The children of every directory; a directory has no file of its own. */
  readonly children = new Map<string, Map<string, GitFile | undefined>>([["", new Map()]]);

  /** Links and submodules; without any, every path leads where it seems to. */
  #special = 0;

  constructor(files: readonly GitFile[]) {
    for (const file of files) this.#add(file);
  }

  /** Removes first: a file may make room for a directory of its name. */
  apply(changes: readonly FileChange[]): void {
    for (const { path, id } of changes) if (id === undefined) this.#remove(path);
    for (const { path, mode, id } of changes) if (id !== undefined) this.#add({ path, mode, id });
  }

  /** Whether every entry is a plain file. */
  get isPlain(): boolean {
    return this.#special === 0;
  }

  #add(file: GitFile): void {
    this.#count(file.path, -1);
    if (isSpecial(file)) this.#special += 1;
    this.byPath.set(file.path, file);
    const segments = file.path.split("/");
    let parent = "";
    segments.forEach((name, index) => {
      const last = index === segments.length - 1;
      this.children.get(parent)?.set(name, last ? file : undefined);
      parent = segments.slice(0, index + 1).join("/");
      if (!last && !this.children.has(parent)) this.children.set(parent, new Map());
    });
  }

  #count(path: string, by: number): void {
    const before = this.byPath.get(path);
    if (before !== undefined && isSpecial(before)) this.#special += by;
  }

  #remove(path: string): void {
    this.#count(path, -1);
    this.byPath.delete(path);
    for (let child = path; child !== ""; ) {
      const at = child.lastIndexOf("/");
      const parent = child.slice(0, Math.max(at, 0));
      this.children.get(parent)?.delete(child.slice(at + 1));
      // Git keeps no empty directories.
      if (parent === "" || (this.children.get(parent)?.size ?? 0) > 0) return;
      this.children.delete(parent);
      child = parent;
    }
  }
}

function isSpecial({ mode }: GitFile): boolean {
  return mode === symbolicLink || mode === submodule;
}
