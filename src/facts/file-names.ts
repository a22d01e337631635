import { lazily } from "../core/lazily.ts";
import type { Snapshot } from "../core/snapshot.ts";
import type { AskIgnoreFiles } from "./ignore-files.ts";

/** More directories than these are not walked through to find a file by its name. */
const mostDirectories = 5000;
const skipped: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** Looks files up by their names alone, in all directories but those that git ignores. The tree is walked once, when somebody asks; what lies beyond the limit is not found. */
export function fileNames(snapshot: Snapshot, askIgnoreFiles: AskIgnoreFiles): (name: string) => readonly string[] {
  const all = lazily(() => collect(snapshot, askIgnoreFiles));
  return (name) => all().get(name) ?? [];
}

function collect(snapshot: Snapshot, askIgnoreFiles: AskIgnoreFiles): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const directories = [""];
  for (const [index, directory] of directories.entries()) {
    if (index >= mostDirectories) break;
    for (const { name, kind } of snapshot.entries(directory)) {
      const path = directory === "" ? name : `${directory}/${name}`;
      if (kind === "file") add(found, name, path);
      const isSought = kind === "directory" && !skipped.has(name);
      if (isSought && askIgnoreFiles(`${path}/x`)?.kind !== "ignored") directories.push(path);
    }
  }
  return found;
}

function add(found: Map<string, string[]>, name: string, path: string): void {
  const same = found.get(name);
  if (same === undefined) found.set(name, [path]);
  else same.push(path);
}
