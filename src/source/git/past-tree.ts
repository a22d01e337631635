import { posix } from "node:path";
import { lazily } from "../../core/lazily.ts";
import type { DirectoryEntry, ReadResult, Snapshot } from "../../core/snapshot.ts";
import { isSpecial } from "./git-links.ts";
import { readBlobs, requireContents, type GitFile } from "./git-objects.ts";
import { byCodeUnit, openGitTree, unread, type GitTreeOptions } from "./git-tree.ts";
import { parseGitFiles } from "./parse-git-files.ts";
import { askGit } from "./run-git.ts";

/** After so many questions to git the whole tree is listed: somebody wants to know more than whether a few things have changed. */
const mostQuestions = 8;

/** By their names; undefined for a directory. */
type Children = ReadonlyMap<string, GitFile | undefined>;

/**
 * A commit of which little is asked: which directories there were, and what a document said. It is listed directory by directory, since all files of a large
 * repository take a fifth of the memory of an audit. Where a link or a submodule comes in, and where much is asked, the whole tree answers. `id` is a full object name.
 */
export function openPastTree(root: string, id: string, options: GitTreeOptions): Snapshot {
  const label = id.slice(0, 7);
  const whole = lazily(() => openGitTree(root, { kind: "commit", id, label }, options));
  const part = new PartOfTree(root, id, options);
  return {
    root,
    tree: `commit ${label}`,
    today: options.today,
    entries: (directory) => part.entries(directory) ?? whole().entries(directory),
    read: (path) => part.read(path) ?? whole().read(path),
    glob: (patterns) => whole().glob(patterns),
    get history() {
      return whole().history;
    },
  };
}

/** What has been asked of a commit so far. Answers undefined where only the whole tree can tell. */
class PartOfTree {
  readonly #root: string;
  readonly #id: string;
  readonly #listed = new Map<string, Children>();
  readonly #blobs: Map<string, ReadResult>;
  readonly #blob: (file: GitFile) => ReadResult;
  #questions = 0;

  constructor(root: string, id: string, { blobs = new Map() }: GitTreeOptions) {
    this.#root = root;
    this.#id = id;
    this.#blobs = blobs;
    this.#blob = requireContents(root, (file) => {
      const result = blobs.get(file.id) ?? (readBlobs(root, [file.id]).get(file.id) as ReadResult);
      blobs.set(file.id, result);
      return result;
    });
  }

  entries(directory: string): readonly DirectoryEntry[] | undefined {
    const children = this.#children(directory);
    if (children === undefined || [...children.values()].some((file) => file !== undefined && isSpecial(file)))
      return undefined;
    return [...children]
      .map(([name, file]) => ({ name, kind: file === undefined ? "directory" : "file" }) as const)
      .sort((one, other) => byCodeUnit(one.name, other.name));
  }

  read(path: string): ReadResult | undefined {
    const children = path === "" || !isPlain(path) ? undefined : this.#children(folderOf(path));
    const name = posix.basename(path);
    const file = children?.get(name);
    if (children === undefined || (file !== undefined && isSpecial(file))) return undefined;
    if (file === undefined) return { ok: false, ...(children.has(name) ? unread.directory : unread.missing) };
    return this.#blobs.has(file.id) ? this.#blob(file) : this.#ask(() => this.#blob(file));
  }

  /** The children of a directory; none when there is no such directory. */
  #children(directory: string): Children | undefined {
    if (!isPlain(directory)) return undefined;
    const above =
      directory === "" ? [""] : ["", ...directory.split("/").map((_, index, all) => all.slice(0, index + 1).join("/"))];
    const wanted = above.filter((one) => !this.#listed.has(one));
    if (wanted.length > 0) {
      const found = this.#ask(() => listDirectories(this.#root, this.#id, wanted));
      if (found === undefined) return undefined;
      for (const [path, children] of found) this.#listed.set(path, children);
    }
    const leadsElsewhere = above.some((one) => {
      const file = one === "" ? undefined : this.#listed.get(folderOf(one))?.get(posix.basename(one));
      return file !== undefined && isSpecial(file);
    });
    return leadsElsewhere ? undefined : this.#listed.get(directory);
  }

  #ask<Value>(question: () => Value): Value | undefined {
    this.#questions += 1;
    return this.#questions > mostQuestions ? undefined : question();
  }
}

/** The children of some directories, with one process: git lists what is in a directory where a path ends with a slash, and then not the directory itself. */
function listDirectories(root: string, id: string, directories: readonly string[]): Map<string, Children> {
  const found = new Map(directories.map((directory) => [directory, new Map<string, GitFile | undefined>()]));
  const paths = directories.map((directory) => (directory === "" ? "./" : `${directory}/`));
  for (const file of parseGitFiles(askGit(root, ["ls-tree", "-z", id, "--", ...paths]))) {
    const folder = folderOf(file.path);
    found.get(folder)?.set(posix.basename(file.path), file.mode === "040000" ? undefined : file);
    if (folder !== "") found.get(folderOf(folder))?.set(posix.basename(folder), undefined);
  }
  return found;
}

function folderOf(path: string): string {
  return path.includes("/") ? posix.dirname(path) : "";
}

/** Whether a path is written as git writes it, and as no magic word of git. */
function isPlain(path: string): boolean {
  return (
    !path.startsWith(":") &&
    (path === "" || path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== ".."))
  );
}
