import type { NameDifference, PathAnswer, PathFacts } from "../core/fact.ts";
import { nearest } from "../core/nearest.ts";
import type { DirectoryEntry, EntryKind, Snapshot } from "../core/snapshot.ts";
import { fileNames } from "./file-names.ts";
import { folders, type Folder } from "./folders.ts";
import { ignoreFiles, type AskIgnoreFiles } from "./ignore-files.ts";

/** More neighbouring folders than these are not searched for a hint. */
const mostNeighbours = 32;

/** What paths are looked up in: folders, and the path of the spec packages if there are any. */
interface Repository {
  readonly folder: (path: string) => Folder;
  readonly specs: string | undefined;
  /** Whether the system takes two Unicode forms of a name for one. */
  readonly foldsForms: boolean;
  readonly read: Snapshot["read"];
  readonly askIgnoreFiles: AskIgnoreFiles;
}

/** Answers whether cited paths exist, one directory at a time and in exact case on every operating system. */
export function pathFacts(snapshot: Snapshot, specs?: string): PathFacts {
  const askIgnoreFiles = ignoreFiles(snapshot);
  const repository: Repository = {
    folder: folders(snapshot),
    specs,
    foldsForms: snapshot.foldsForms === true,
    read: (path) => snapshot.read(path),
    askIgnoreFiles,
  };
  return {
    resolve: (target, from) => resolve(repository, target, from),
    plausible: (target, from) => {
      const first = (target.replace(/^(?:\.?\/)+/, "").split("/", 1)[0] ?? "").toLowerCase();
      return (
        first === ".." ||
        ["", folderOf(from)].some((folder) =>
          snapshot.entries(folder).some((entry) => entry.name.toLowerCase() === first),
        )
      );
    },
    named: fileNames(snapshot, askIgnoreFiles),
    read: (path) => snapshot.read(path),
  };
}

function resolve(repository: Repository, target: string, from: string): PathAnswer {
  const paths = [...new Set(basesOf(target, folderOf(from)))]
    .map((base) => join(base, target))
    .filter((segments) => segments !== undefined);
  const answers = paths.map((segments): PathAnswer => walk(repository, segments, target.endsWith("/")));
  const found =
    answers.find((answer) => answer.exists) ?? answers.find((answer) => !answer.exists && answer.actual !== undefined);
  return (
    found ??
    outside(repository, target, paths) ??
    unknown(repository, paths) ??
    answers.find((answer) => !answer.exists && answer.nearest !== undefined) ?? { exists: false }
  );
}

/** A path that leads out of the repository, or begins at the root of a machine. */
function outside(
  repository: Repository,
  target: string,
  paths: readonly (readonly string[])[],
): PathAnswer | undefined {
  const [first = "", second] = target.split("/").filter((segment) => segment !== "");
  const isOfMachine =
    target.startsWith("/") && second !== undefined && repository.folder("").alike(first) === undefined;
  return paths.length === 0 || isOfMachine
    ? { exists: "unknown", reason: `“${target.slice(0, 80)}” leads out of the repository` }
    : undefined;
}

/** What was not found may still be there, where the tree cannot be looked into, or where git ignores it. */
function unknown(repository: Repository, paths: readonly (readonly string[])[]): PathAnswer | undefined {
  const said = paths.map((segments) => repository.askIgnoreFiles(pathOf(segments)));
  const ignored = said[0]?.kind === "kept" ? undefined : said.find((one) => one?.kind === "ignored");
  if (ignored?.kind === "ignored") return { exists: "unknown", reason: ignored.reason };
  const results = paths.map((segments) => repository.read(pathOf(segments)));
  const hidden = results.find((result) => !result.ok && result.reason === "unreadable");
  return hidden === undefined || hidden.ok
    ? undefined
    : { exists: "unknown", reason: `a cited path cannot be followed: ${hidden.detail}` };
}

/** The folders from which a path is looked up, in order. A path that says `./` or `../` means the document's own folder first. */
function basesOf(target: string, folder: string): string[] {
  if (target.startsWith("/")) return [""];
  const first = target.split("/", 1)[0];
  if (first === "..") return [folder];
  return first === "." ? [folder, ""] : ["", folder];
}

/** The segments of a path below a folder, undefined when `..` leaves the root. */
function join(base: string, path: string): string[] | undefined {
  const segments = base === "" ? [] : base.split("/");
  for (const segment of path.split("/")) {
    if (segment === "..") {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== "." && segment !== "") segments.push(segment);
  }
  return segments;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** Takes a list, not arguments: a path in a hostile document may have millions of segments. */
function pathOf(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("/");
}

function walk(repository: Repository, segments: readonly string[], wantsDirectory: boolean): PathAnswer {
  let path = "";
  let kind: EntryKind = "directory";
  let difference: NameDifference | undefined;
  for (const [index, segment] of segments.entries()) {
    const folder: Folder | undefined = kind === "directory" ? repository.folder(path) : undefined;
    if (folder === undefined) return { exists: false };
    const entry: DirectoryEntry | undefined = folder.named(segment) ?? folder.alike(segment);
    if (entry === undefined) {
      const rest = segments.slice(index);
      return /[*?{[]/.test(segment)
        ? found(pathOf([path, ...rest]), { difference, isThere: mayMatch(folder.entries, rest, wantsDirectory) })
        : missing(repository, path, rest);
    }
    difference = differenceOf(entry.name, segment, repository) ?? difference;
    path = pathOf([path, entry.name]);
    kind = entry.kind;
  }
  if (wantsDirectory && kind !== "directory") return { exists: false, nearest: path };
  return found(path, { difference, isThere: true, kind });
}

function differenceOf(actual: string, cited: string, { foldsForms }: Repository): NameDifference | undefined {
  if (actual === cited) return undefined;
  if (actual.normalize("NFC") !== cited.normalize("NFC")) return "case";
  return foldsForms ? undefined : "form";
}

interface FoundPath {
  /** How the path differs from what the tree has; undefined when it does not. */
  readonly difference: NameDifference | undefined;
  readonly isThere: boolean;
  /** Default: a directory, as for what a pattern means. */
  readonly kind?: EntryKind;
}

function found(path: string, { difference, isThere, kind = "directory" }: FoundPath): PathAnswer {
  if (!isThere) return { exists: false };
  if (difference !== undefined) return { exists: false, actual: path, difference };
  return { exists: true, path, kind: kind === "directory" ? "directory" : "file" };
}

/** Whether a pattern finds something in a folder. Only a last segment with stars can be decided cheaply; the rest may match. */
function mayMatch(
  entries: readonly DirectoryEntry[],
  [pattern = "", ...below]: readonly string[],
  wantsDirectory: boolean,
): boolean {
  if (below.length > 0 || pattern.includes("**") || /[?{[]/.test(pattern)) return true;
  const parts = pattern.split("*");
  return entries.some((entry) => (!wantsDirectory || entry.kind === "directory") && matchesStars(entry.name, parts));
}

/** Whether a name consists of the parts in order, with anything between them. */
function matchesStars(name: string, parts: readonly string[]): boolean {
  const last = parts.at(-1) ?? "";
  let at = parts[0]?.length ?? 0;
  if (parts.length > name.length + 2 || !name.startsWith(parts[0] ?? "") || !name.endsWith(last)) return false;
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= name.length - last.length;
}

/** The first of `rest` is not in `folder`. What is named as nearest always exists. */
function missing(repository: Repository, folder: string, rest: readonly string[]): PathAnswer {
  const [name = "", ...below] = rest;
  const close = nearest(
    name,
    repository.folder(folder).entries.map((entry) => entry.name),
  );
  const whole =
    close !== undefined && existsIn(repository, pathOf([folder, close]), below)
      ? pathOf([folder, close, ...below])
      : undefined;
  const best =
    whole ?? neighbour(repository, folder, rest) ?? (close === undefined ? undefined : pathOf([folder, close]));
  return best === undefined ? { exists: false } : { exists: false, nearest: best };
}

/** The same name in the one folder beside the one where it was looked for. A file of another spec package is never what was meant. */
function neighbour(repository: Repository, folder: string, rest: readonly string[]): string | undefined {
  const inFolder = rest.length === 1;
  const parent = inFolder ? folderOf(folder) : folder;
  if ((inFolder && folder === "") || parent === repository.specs) return undefined;
  const beside = repository
    .folder(parent)
    .entries.filter(
      (entry) => entry.kind === "directory" && !entry.name.startsWith(".") && entry.name !== "node_modules",
    );
  if (beside.length > mostNeighbours) return undefined;
  const tail = inFolder ? rest : rest.slice(1);
  const found = beside.map((entry) => pathOf([parent, entry.name])).filter((path) => existsIn(repository, path, tail));
  return found.length === 1 ? pathOf([...found, ...tail]) : undefined;
}

function existsIn(repository: Repository, folder: string, names: readonly string[]): boolean {
  return names.every(
    (name, index) => repository.folder(pathOf([folder, ...names.slice(0, index)])).named(name) !== undefined,
  );
}
