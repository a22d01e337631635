import { readdirSync, realpathSync } from "node:fs";
import { basename, isAbsolute, relative, resolve, sep } from "node:path";
import type { ConfigFile, ConfigFormat } from "../core/config-file.ts";
import { UsageError } from "../core/errors.ts";
import { lazily } from "../core/lazily.ts";
import type { ReadObserver } from "../core/read-observer.ts";
import type { ReadResult } from "../core/snapshot.ts";
import { refuseMisnamed } from "./misnamed-config.ts";
import { readText } from "./read-text.ts";

/** Names of a configuration file, tried in this order; beside them the key `queue-lint` of package.json. */
const configNames = [
  "queue-lint.config.json",
  "queue-lint.config.jsonc",
  "queue-lint.config.yaml",
  "queue-lint.config.yml",
] as const;

export interface ConfigQuestion {
  /** Absolute path of the root of the repository. */
  readonly root: string;
  readonly cwd: string;
  /** Path that the user gave, relative to `cwd`; it is read from the disk. */
  readonly config?: string | undefined;
  /** Reads a file at the root of the audited tree. Default: from the disk. */
  readonly read?: FileReader | undefined;
  readonly observer?: ReadObserver | undefined;
  /** A path of the audited tree, instead of the conventional names. */
  readonly named?: string | undefined;
}

type FileReader = (name: string) => ReadResult;

/**
 * The configuration of a repository; undefined when there is none. Throws a `UsageError` for two of them, and for one
 * that cannot be read.
 */
export function findConfig({
  root,
  cwd,
  config,
  observer,
  named: path,
  read: given,
}: ConfigQuestion): ConfigFile | undefined {
  const isDisk = given === undefined;
  const read = given ?? insideReader(root, observer);
  if (config !== undefined) return named(config, () => diskReader(cwd, observer)(config));
  if (path !== undefined) return named(path, () => read(path));
  const found = configFilesIn(read);
  if (found.length > 1) {
    throw new UsageError(
      `There are two configurations: ${found.join(" and ")}.`,
      "Keep one of them, or choose one with --config.",
      root,
    );
  }
  const [name] = found;
  if (name !== undefined) return open(name, read(name));
  if (isDisk) refuseMisnamed(namesIn(root) ?? [], configNames);
  return undefined;
}

/** Reads the files of a directory. */
function diskReader(directory: string, observer?: ReadObserver): FileReader {
  return (name) => {
    const path = resolve(directory, name);
    observer?.path(path);
    return readText(path);
  };
}

/** Reads the files of a directory, by the names that its listing has. */
export function listedReader(directory: string, observer?: ReadObserver): FileReader {
  const names = lazily(() => {
    observer?.path(directory);
    return namesIn(directory);
  });
  return onlyListed(diskReader(directory, observer), names);
}

/**
 * Where the disk takes two spellings for one name, as on Windows and macOS, a file counts no sooner than it does in the index and in a commit: by the exact name
 * that its directory lists. `names` answers undefined when that is not known.
 */
export function onlyListed(read: FileReader, names: () => ReadonlySet<string> | undefined): FileReader {
  return (name) => {
    const result = read(name);
    return result.ok && names()?.has(name) === false
      ? { ok: false, reason: "missing", detail: "its name is written in another case" }
      : result;
  };
}

/** Undefined when the directory cannot be listed. */
function namesIn(directory: string): ReadonlySet<string> | undefined {
  try {
    return new Set(readdirSync(directory));
  } catch {
    return undefined;
  }
}

/** Reads the files of a root, but none that a link leads out of it: a pull request may bring the link, and messages quote what they are about. A user may name such a file. */
function insideReader(root: string, observer?: ReadObserver): FileReader {
  const read = listedReader(root, observer);
  return (name) => {
    const result = read(name);
    return result.ok && leads(resolve(root, name), root)
      ? { ok: false, reason: "outside", detail: "it is a symbolic link that leaves the repository" }
      : result;
  };
}

/** Whether a path leads out of a directory. Both are there. */
function leads(path: string, directory: string): boolean {
  const way = relative(realpathSync.native(directory), realpathSync.native(path));
  return way.split(sep)[0] === ".." || isAbsolute(way);
}

/** Names of what configures a directory, package.json last. */
export function configFilesIn(read: FileReader): string[] {
  const files = configNames.filter((name) => {
    const result = read(name);
    return result.ok || result.reason !== "missing";
  });
  return hasKey(read("package.json")) ? [...files, "package.json"] : files;
}

function hasKey(result: ReadResult): boolean {
  if (!result.ok) return false;
  try {
    const value: unknown = JSON.parse(result.text.replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null && Object.hasOwn(value, "queue-lint");
  } catch {
    // A package.json in the middle of an edit: the key alone decides, and whoever parses it says what is wrong.
    return /"queue-lint"\s*:\s*\{/.test(result.text);
  }
}

function named(path: string, read: () => ReadResult): ConfigFile {
  if (path.trim() === "")
    throw new UsageError(
      "The path of the configuration is empty.",
      "Give a file, as in --config queue-lint.config.json.",
    );
  const result = read();
  const file = open(path, result);
  if (file.format === "package" && !hasKey(result)) {
    throw new UsageError(
      "This package.json has no key “queue-lint”.",
      "Add the key, or name another file with --config.",
      path,
    );
  }
  return file;
}

function open(path: string, result: ReadResult): ConfigFile {
  if (!result.ok) {
    const what =
      result.reason === "missing"
        ? "The configuration does not exist."
        : `The configuration cannot be read: ${result.detail}.`;
    throw new UsageError(what, way(result.reason), path);
  }
  return { path, text: result.text, format: formatOf(path) };
}

function way(reason: string): string {
  if (reason === "encoding") return "Save the file as UTF-8.";
  if (reason === "outside") return "Keep it in the repository, or name the file with --config.";
  return reason === "unreadable"
    ? "Make the file readable."
    : "Name a file that exists, or leave --config out to use the conventional names.";
}

function formatOf(path: string): ConfigFormat {
  if (basename(path) === "package.json") return "package";
  const extension = /\.(json|jsonc|ya?ml)$/i.exec(path)?.[1]?.toLowerCase();
  if (extension === undefined)
    throw new UsageError(
      "The configuration has a format that is not known.",
      "Name it *.json, *.jsonc, *.yaml or *.yml.",
      path,
    );
  return extension === "json" || extension === "jsonc" ? extension : "yaml";
}
