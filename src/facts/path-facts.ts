import type { PathAnswer, PathFacts } from "../core/fact.ts";
import { nearest } from "../core/nearest.ts";
import type { DirectoryEntry, EntryKind, Snapshot } from "../core/snapshot.ts";

/** Answers whether cited paths exist, one directory at a time and in exact case on every operating system. */
export function pathFacts(snapshot: Snapshot): PathFacts {
  return {
    resolve: (target, from) => resolve(snapshot, target, from),
    plausible: (target, from) => {
      const first = (target.replace(/^(?:\.?\/)+/, "").split("/")[0] ?? "").toLowerCase();
      return first === ".." || ["", folderOf(from)].some((folder) => snapshot.entries(folder).some((entry) => entry.name.toLowerCase() === first));
    },
    read: (path) => snapshot.read(path),
  };
}

function resolve(snapshot: Snapshot, target: string, from: string): PathAnswer {
  const wantsDirectory = target.endsWith("/");
  const bare = wantsDirectory ? target.slice(0, -1) : target;
  const bases = /^\.\.?(?:\/|$)/.test(bare) ? [folderOf(from)] : ["", folderOf(from)];
  const answers = [...new Set(bases)].map((base) => {
    const segments = join(base, bare.replace(/^\/+/, ""));
    return segments === undefined ? ({ exists: false } as const) : walk(snapshot, segments, wantsDirectory);
  });
  const found = answers.find((answer) => answer.exists) ?? answers.find((answer) => !answer.exists && answer.actual !== undefined);
  return found ?? answers.find((answer) => !answer.exists && answer.nearest !== undefined) ?? { exists: false };
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

function walk(snapshot: Snapshot, segments: readonly string[], wantsDirectory: boolean): PathAnswer {
  let folder = "";
  let kind: EntryKind = "directory";
  let exact = true;
  for (const [index, segment] of segments.entries()) {
    // What a pattern matches below an existing folder is not worth a false finding.
    if (/[*?{[]/.test(segment)) return exact ? { exists: true, path: segments.join("/"), kind: "directory" } : { exists: false };
    const entries: readonly DirectoryEntry[] = kind === "directory" ? snapshot.entries(folder) : [];
    const entry = entries.find((one) => one.name === segment) ?? entries.find((one) => one.name.toLowerCase() === segment.toLowerCase());
    if (entry === undefined || entry.kind === "broken" || entry.kind === "outside") return missing(folder, segments.slice(index), entries);
    exact &&= entry.name === segment;
    folder = folder === "" ? entry.name : `${folder}/${entry.name}`;
    kind = entry.kind;
  }
  if (wantsDirectory && kind !== "directory") return { exists: false, nearest: folder };
  if (!exact) return { exists: false, actual: folder };
  return { exists: true, path: folder, kind: kind === "directory" ? "directory" : "file" };
}

function missing(folder: string, rest: readonly string[], entries: readonly DirectoryEntry[]): PathAnswer {
  const close = nearest(rest[0] ?? "", entries.map((entry) => entry.name));
  if (close === undefined) return { exists: false };
  return { exists: false, nearest: [folder, close, ...rest.slice(1)].filter((part) => part !== "").join("/") };
}
