import type { Snapshot } from "../core/snapshot.ts";
import type { ForeseenEdit } from "./edited-snapshot.ts";

interface FilePatch {
  readonly kind: "Add" | "Update" | "Delete";
  readonly path: string;
  readonly lines: string[];
  target: string | undefined;
}

/** What files would read after a patch in the format of `apply_patch`: sections that begin with `*** Update File: path`, hunks that begin with `@@`. */
export function patchedTexts(
  patch: string,
  snapshot: Snapshot,
  toPath: (path: string) => string | undefined,
): ForeseenEdit {
  const files = filesOf(patch);
  if (files.length === 0) return { reason: "The patch names no file." };
  const texts = new Map<string, string | undefined>();
  for (const file of files) {
    const path = toPath(file.path);
    if (path === undefined) continue;
    if (file.kind === "Delete") texts.set(path, undefined);
    else if (file.kind === "Add") texts.set(path, file.lines.map((line) => `${line.slice(1)}\n`).join(""));
    else {
      const text = updated(file, snapshot, path);
      if (text === undefined) return { reason: `A hunk of the patch does not fit ${path}.` };
      const target = file.target === undefined ? path : toPath(file.target);
      if (target !== path) texts.set(path, undefined);
      if (target !== undefined) texts.set(target, text);
    }
  }
  return { texts };
}

function filesOf(patch: string): FilePatch[] {
  const files: FilePatch[] = [];
  for (const line of patch.split(/\r?\n/)) {
    const [, kind, path] = /^\*\*\* (Add|Update|Delete) File: (.+)$/.exec(line) ?? [];
    const [, target] = /^\*\*\* Move to: (.+)$/.exec(line) ?? [];
    const last = files.at(-1);
    if (kind !== undefined && path !== undefined)
      files.push({ kind: kind as FilePatch["kind"], path, lines: [], target: undefined });
    else if (target !== undefined && last !== undefined) last.target = target;
    else if (!line.startsWith("*** ")) last?.lines.push(line);
  }
  return files;
}

/** Undefined when a hunk fits nowhere. */
function updated({ lines }: FilePatch, snapshot: Snapshot, path: string): string | undefined {
  const read = snapshot.read(path);
  if (!read.ok) return undefined;
  let text = read.text;
  for (const hunk of hunksOf(lines)) {
    const before = hunk
      .filter((line) => !line.startsWith("+"))
      .map((line) => line.slice(1))
      .join("\n");
    const after = hunk
      .filter((line) => !line.startsWith("-"))
      .map((line) => line.slice(1))
      .join("\n");
    if (!text.includes(before)) return undefined;
    text = text.replace(before, () => after);
  }
  return text;
}

function hunksOf(lines: readonly string[]): string[][] {
  const hunks: string[][] = [];
  for (const line of lines) {
    if (line.startsWith("@@")) hunks.push([]);
    else if (/^[ +-]/.test(line)) {
      if (hunks.length === 0) hunks.push([]);
      hunks.at(-1)?.push(line);
    }
  }
  return hunks.filter((hunk) => hunk.length > 0);
}
