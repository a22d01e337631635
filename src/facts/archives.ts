import { entryKey } from "../core/entry-key.ts";
import type { Archives } from "../core/fact.ts";
import type { Snapshot } from "../core/snapshot.ts";

/**
 * Documents beside the queue that keep former entries: Markdown files with “archive” in their name, or in a folder of that name.
 * An entry is kept there when a line names its title. None without a queue. Reads them when something is looked for.
 */
export function archives(snapshot: Snapshot, queue: string | undefined): Archives {
  const paths =
    queue === undefined
      ? []
      : archivePaths(snapshot, queue.includes("/") ? queue.slice(0, queue.lastIndexOf("/")) : "");
  let lines: { readonly path: string; readonly line: number; readonly key: string }[] | undefined;
  return {
    paths,
    find: (key) => {
      if (key === "") return undefined;
      lines ??= paths.flatMap((path) => keyedLines(snapshot, path));
      const found = lines.find((line) => ` ${line.key} `.includes(` ${key} `));
      return found === undefined ? undefined : { path: found.path, line: found.line };
    },
  };
}

function archivePaths(snapshot: Snapshot, directory: string): string[] {
  const under = (name: string): string => (directory === "" ? name : `${directory}/${name}`);
  return snapshot.entries(directory).flatMap(({ name, kind }) => {
    if (!/archive/i.test(name)) return [];
    if (kind === "directory")
      return snapshot
        .entries(under(name))
        .filter((inner) => inner.kind === "file" && isMarkdown(inner.name))
        .map((inner) => under(`${name}/${inner.name}`));
    return kind === "file" && isMarkdown(name) ? [under(name)] : [];
  });
}

function isMarkdown(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

function keyedLines(snapshot: Snapshot, path: string): { path: string; line: number; key: string }[] {
  const result = snapshot.read(path);
  return result.ok
    ? result.text.split("\n").map((text, index) => ({ path, line: index + 1, key: entryKey(text.slice(0, 1000)) }))
    : [];
}
