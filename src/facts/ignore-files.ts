import ignore, { type Ignore } from "ignore";
import type { Snapshot } from "../core/snapshot.ts";

/** What the ignore files say of a path that is not there. */
export type IgnoreAnswer =
  /** Git ignores it, or an ignore file that may say so cannot be read. */
  | { readonly kind: "ignored"; readonly reason: string }
  /** An exception says that git does not ignore it. */
  | { readonly kind: "kept" };

/** Undefined where they say nothing. */
export type AskIgnoreFiles = (path: string) => IgnoreAnswer | undefined;

/** One ignore file: what it says, and the first thing in it that cannot be read. */
interface IgnoreFile {
  readonly rules: Ignore | undefined;
  readonly fault: string | undefined;
}

const name = ".gitignore";
/** No file system takes longer paths. In UTF-16 code units. */
const longest = 4096;

/**
 * Asks the ignore files of a snapshot, those of the directories on the way included, about paths that do not exist. What is not part of a
 * snapshot says nothing: `.git/info/exclude` and the ignore files of a user differ from clone to clone, and so would the findings.
 */
export function ignoreFiles(snapshot: Snapshot): AskIgnoreFiles {
  const known = new Map<string, IgnoreFile | undefined>();
  const fileOf = (directory: string): IgnoreFile | undefined => {
    if (!known.has(directory)) known.set(directory, readIgnoreFile(snapshot, directory));
    return known.get(directory);
  };
  return (path) => {
    if (path.length > longest) return undefined;
    return firstAnswer(path.split("/"), fileOf);
  };
}

/** Goes down directory by directory: what is below an ignored one is ignored, whatever is said of it further down. */
function firstAnswer(
  segments: readonly string[],
  fileOf: (directory: string) => IgnoreFile | undefined,
): IgnoreAnswer | undefined {
  const path = segments.join("/");
  let isKept = false;
  const files: { readonly depth: number; readonly file: IgnoreFile }[] = [];
  for (let length = 1; length <= segments.length; length += 1) {
    const file = fileOf(segments.slice(0, length - 1).join("/"));
    // The nearest one speaks first.
    if (file !== undefined) files.unshift({ depth: length - 1, file });
    for (const { depth, file } of files) {
      const said = saidOf(file.rules, segments.slice(depth, length).join("/"), length < segments.length);
      if (said === "ignored")
        return {
          kind: "ignored",
          reason: `${path} is not in the tree, and ${[...segments.slice(0, depth), name].join("/")} says that git ignores it`,
        };
      isKept = said === "kept";
      if (isKept) break;
    }
  }
  const fault = files.map(({ file }) => file.fault).find((one) => one !== undefined);
  if (fault !== undefined) return { kind: "ignored", reason: `${path} may be ignored by git: ${fault}` };
  return isKept ? { kind: "kept" } : undefined;
}

function saidOf(rules: Ignore | undefined, path: string, isDirectory: boolean): "ignored" | "kept" | undefined {
  if (rules === undefined || !ignore.isPathValid(path)) return undefined;
  // Of what is not there nobody knows whether it would be a file or a directory.
  const answers = (isDirectory ? [`${path}/`] : [path, `${path}/`]).map((one) => rules.test(one));
  if (answers.some(({ ignored }) => ignored)) return "ignored";
  return answers.some(({ unignored }) => unignored) ? "kept" : undefined;
}

function readIgnoreFile(snapshot: Snapshot, directory: string): IgnoreFile | undefined {
  const path = directory === "" ? name : `${directory}/${name}`;
  if (!snapshot.entries(directory).some((entry) => entry.name === name && entry.kind !== "directory")) return undefined;
  const result = snapshot.read(path);
  if (!result.ok) return { rules: undefined, fault: `${path} cannot be read: ${result.detail}` };
  const lines = result.text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const bad = lines.findIndex((line) => !isReadable(line));
  // Case-blind, as git is on most machines: what it may ignore there is not called missing here.
  const rules = ignore({ ignorecase: true }).add(lines.filter(isReadable));
  return {
    rules,
    fault:
      bad === -1
        ? undefined
        : `${path}:${bad + 1} is no pattern that can be read (“${(lines[bad] ?? "").trim().slice(0, 60)}”)`,
  };
}

/** A bracket without its end and a backslash before nothing match nothing, and were meant to match something. */
function isReadable(line: string): boolean {
  if (line.startsWith("#") || line.trim() === "") return true;
  if (line.includes("\0")) return false;
  const bare = line.trimEnd().replace(/\\\\/g, "");
  if (bare.endsWith("\\") && !line.endsWith(" ")) return false;
  return areClosed(bare.replace(/\\./g, "  "));
}

/** Whether each bracket of a pattern has its end. The first character inside of it is none. */
function areClosed(pattern: string): boolean {
  for (let at = pattern.indexOf("["); at !== -1;) {
    const end = pattern.indexOf("]", at + (/[!^]/.test(pattern.charAt(at + 1)) ? 3 : 2));
    if (end === -1) return false;
    at = pattern.indexOf("[", end);
  }
  return true;
}
