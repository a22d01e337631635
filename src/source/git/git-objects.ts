import { posix } from "node:path";
import type { ReadResult } from "../../core/snapshot.ts";
import { absentContent } from "./absent-content.ts";
import { absentBlob, parseBlobs } from "./parse-blobs.ts";
import { sizeLimit, tooLarge } from "../read-text.ts";
import { askGit, askGitWithin } from "./run-git.ts";

/** One file of a tree or of the index. */
export interface GitFile {
  /** Relative to the audited directory. */
  readonly path: string;
  /** As git writes it: 100644, 120000 for a symbolic link, 160000 for a submodule. */
  readonly mode: string;
  /** The name of the object. */
  readonly id: string;
}

/** Reads blobs. The first read of a kind (`specs/*\/spec.md`) brings all of that kind, with one process of git for all of them. `known` holds what was read before. */
export function blobReader(
  directory: string,
  files: readonly GitFile[],
  known = new Map<string, ReadResult>(),
): (file: GitFile) => ReadResult {
  let kinds: Map<string, GitFile[]> | undefined;
  return (file) => {
    const found = known.get(file.id);
    if (found !== undefined) return found;
    kinds ??= grouped(files);
    const alike = kinds.get(kindOf(file)) ?? [];
    // A later tree of a walk has other contents than the files that the walk began with.
    const wanted = [file, ...(alike.length > 1 ? alike : documentsBeside(file, files))].filter(
      (one) => !known.has(one.id),
    );
    readBlobs(directory, [...new Set(wanted.map((one) => one.id))]).forEach((result, id) => known.set(id, result));
    return known.get(file.id) ?? absentBlob;
  };
}

/** Throws an `AbsentContentError` for a content that is not there, for trees that are compared with others: a document without a text would have lost all that it said. */
export function requireContents(directory: string, read: (file: GitFile) => ReadResult): (file: GitFile) => ReadResult {
  return (file) => {
    const result = read(file);
    if (result === absentBlob) throw absentContent(directory);
    return result;
  };
}

/** More documents than these in one directory are not a planning documents. */
const mostBeside = 40;

/** A planning document with the other documents of its directory: whoever reads one reads the others. */
function documentsBeside(file: GitFile, files: readonly GitFile[]): readonly GitFile[] {
  if (!file.path.endsWith(".md")) return [file];
  const folder = posix.dirname(file.path);
  const beside = files.filter(({ path }) => path.endsWith(".md") && posix.dirname(path) === folder);
  return beside.length > mostBeside || beside.length === 0 ? [file] : beside;
}

/** Files of one name in sibling directories are asked for together: whoever reads one reads all. */
function kindOf({ path }: GitFile): string {
  const folder = posix.dirname(path);
  return folder === "." ? path : `${posix.dirname(folder)}/*/${posix.basename(path)}`;
}

function grouped(files: readonly GitFile[]): Map<string, GitFile[]> {
  const groups = new Map<string, GitFile[]>();
  for (const file of files) {
    const group = groups.get(kindOf(file));
    if (group === undefined) groups.set(kindOf(file), [file]);
    else group.push(file);
  }
  return groups;
}

/** Answers up to so many bytes are taken without asking before how large the blobs are. */
const mostUnasked = 64 * 1024 * 1024;

/** The texts of blobs by their ids. What is too large is not kept, and where there is much of it, it is not asked for. */
export function readBlobs(directory: string, ids: readonly string[]): Map<string, ReadResult> {
  if (ids.length === 0) return new Map();
  const answer = askGitWithin(directory, ["cat-file", "--buffer", "--batch"], { input: lines(ids), most: mostUnasked });
  return answer === undefined ? readSmallBlobs(directory, ids) : parseBlobs(answer);
}

function readSmallBlobs(directory: string, ids: readonly string[]): Map<string, ReadResult> {
  const results = new Map<string, ReadResult>();
  const sizes = askGit(directory, ["cat-file", "--buffer", "--batch-check"], lines(ids))
    .toString("utf8")
    .trimEnd()
    .split("\n");
  const wanted = ids.filter((id, index) => {
    const [, type, size] = sizes[index]?.split(" ") ?? [];
    if (type !== "blob") results.set(id, absentBlob);
    else if (Number(size) > sizeLimit) results.set(id, tooLarge(Number(size)));
    return type === "blob" && Number(size) <= sizeLimit;
  });
  if (wanted.length > 0)
    parseBlobs(askGit(directory, ["cat-file", "--buffer", "--batch"], lines(wanted))).forEach((result, id) =>
      results.set(id, result),
    );
  return results;
}

function lines(ids: readonly string[]): string {
  return `${ids.join("\n")}\n`;
}
