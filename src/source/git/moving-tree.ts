import { isSpecial } from "./git-links.ts";
import type { GitFile } from "./git-objects.ts";
import { LayeredMap, type Lookup } from "../layered-map.ts";

/** A file that a commit adds or changes; without an id it is gone. */
export interface FileChange {
  readonly path: string;
  readonly mode: string;
  readonly id: string | undefined;
}

/** The files of one tree. It never changes, whatever becomes of the tree that it was taken from. */
export interface FileTree {
  readonly byPath: Lookup<GitFile>;
  /** The children of every directory; a directory has no file of its own. */
  readonly children: Lookup<ReadonlyMap<string, GitFile | undefined>>;
  /** What identifies the content of each directory, with all that is below it. */
  readonly versions: Lookup<string>;
  /** Whether every entry is a plain file: then every path leads where it seems to. */
  readonly isPlain: boolean;
  /** What identifies the set of paths: another one when a path came or went, whatever the files say. */
  readonly listing: string;
}

let lastVersion = 0;

/** The files of a tree that goes from commit to commit. What a commit does not touch is shared by the trees before and after. */
export class MovingTree {
  #byPath: LayeredMap<GitFile>;
  #children: LayeredMap<Map<string, GitFile | undefined>>;
  #versions: LayeredMap<string>;
  /** Directories whose children belong to no tree that was taken yet, and may be changed in place. */
  #own = new Set<string>();
  /** Links and submodules. */
  #special: number;
  #listing: string;

  constructor(files: readonly GitFile[]) {
    const children = childrenOf(files);
    lastVersion += 1;
    this.#listing = String(lastVersion);
    this.#byPath = new LayeredMap(new Map(files.map((file) => [file.path, file])));
    this.#children = new LayeredMap(children);
    this.#versions = new LayeredMap(
      new Map([...children].map(([directory, inside]) => [directory, contentOf(inside) ?? this.#listing])),
    );
    this.#special = files.filter(isSpecial).length;
  }

  /** The tree as it is now. */
  take(): FileTree {
    return {
      byPath: this.#byPath,
      children: this.#children,
      versions: this.#versions,
      isPlain: this.#special === 0,
      listing: this.#listing,
    };
  }

  apply(changes: readonly FileChange[]): void {
    this.#byPath = this.#byPath.copy();
    this.#children = this.#children.copy();
    this.#versions = this.#versions.copy();
    this.#own = new Set();
    this.#change(changes);
  }

  /** Removes first: a file may make room for a directory of its name. */
  #change(changes: readonly FileChange[]): void {
    lastVersion += 1;
    const version = String(lastVersion);
    if (changes.some(({ path, mode, id }) => id === undefined || this.#byPath.get(path)?.mode !== mode))
      this.#listing = version;
    for (const { path, id } of changes) if (id === undefined) this.#remove(path);
    for (const { path, mode, id } of changes) if (id !== undefined) this.#add({ path, mode, id });
    for (const directory of new Set(changes.flatMap(({ path }) => parentsOf(path))))
      this.#versions.set(directory, version);
  }

  #add(file: GitFile): void {
    this.#forget(file.path);
    this.#byPath.set(file.path, file);
    if (isSpecial(file)) this.#special += 1;
    let child = file.path;
    let entry: GitFile | undefined = file;
    for (const parent of parentsOf(file.path)) {
      const known = this.#children.has(parent);
      this.#childrenOf(parent).set(child.slice(parent === "" ? 0 : parent.length + 1), entry);
      if (known) return;
      child = parent;
      entry = undefined;
    }
  }

  #remove(path: string): void {
    this.#forget(path);
    let child = path;
    for (const parent of parentsOf(path)) {
      const children = this.#childrenOf(parent);
      children.delete(child.slice(parent === "" ? 0 : parent.length + 1));
      // Git keeps no empty directories.
      if (parent === "" || children.size > 0) return;
      this.#children.delete(parent);
      child = parent;
    }
  }

  #forget(path: string): void {
    const before = this.#byPath.get(path);
    if (before !== undefined && isSpecial(before)) this.#special -= 1;
    this.#byPath.delete(path);
  }

  #childrenOf(directory: string): Map<string, GitFile | undefined> {
    const found = this.#children.get(directory);
    if (found !== undefined && this.#own.has(directory)) return found;
    const own = new Map(found);
    this.#children.set(directory, own);
    this.#own.add(directory);
    return own;
  }
}

/** What identifies the content of a directory without directories, also in another tree: most spec packages are the same in two trees. */
function contentOf(children: ReadonlyMap<string, GitFile | undefined>): string | undefined {
  let content = "";
  for (const [name, file] of children) {
    if (file === undefined) return undefined;
    content += `/${name} ${file.mode} ${file.id}`;
  }
  return content;
}

/** Git lists the files of a directory one after the other. */
function childrenOf(files: readonly GitFile[]): Map<string, Map<string, GitFile | undefined>> {
  const all = new Map([["", new Map<string, GitFile | undefined>()]]);
  const childrenIn = (directory: string): Map<string, GitFile | undefined> => {
    const found = all.get(directory);
    if (found !== undefined) return found;
    const made = new Map<string, GitFile | undefined>();
    all.set(directory, made);
    const slash = directory.lastIndexOf("/");
    childrenIn(directory.slice(0, Math.max(slash, 0))).set(directory.slice(slash + 1), undefined);
    return made;
  };
  let last = { directory: "", children: childrenIn("") };
  for (const file of files) {
    const slash = file.path.lastIndexOf("/");
    const directory = file.path.slice(0, Math.max(slash, 0));
    if (directory !== last.directory) last = { directory, children: childrenIn(directory) };
    last.children.set(file.path.slice(slash + 1), file);
  }
  return all;
}

/** The directories that hold a path, from the nearest to the root. */
function parentsOf(path: string): string[] {
  const parents: string[] = [];
  for (let at = path.lastIndexOf("/"); at !== -1; at = path.lastIndexOf("/", at - 1)) parents.push(path.slice(0, at));
  return [...parents, ""];
}
