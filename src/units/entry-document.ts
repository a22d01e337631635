import { scalarsAt, type DataNode } from "../core/data.ts";
import { namedPaths } from "./named-paths.ts";
import type { Snapshot } from "../core/snapshot.ts";

/**
 * Finds the document of an entry by a path with `{id}`, `{folder}` (of the file of data) and keys of the file in braces. Undefined when it is not there;
 * also for a path on another machine, so that the next pattern is tried.
 */
export function entryDocument(
  path: string,
  root: DataNode | undefined,
  snapshot: Pick<Snapshot, "entries">,
): (template: string, id: string) => string | undefined {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  return (template, id) => {
    let isWhole = true;
    const filled = template.replace(/\{(\w+)\}/g, (_all, key: string) => {
      if (key === "id") return id;
      if (key === "folder") return folder;
      const [value] = scalarsAt(root, key).map(({ content }) => fromRoot(content.plain));
      isWhole &&= value !== undefined && value !== "";
      return value ?? "";
    });
    const target = isWhole && !/^(?:[A-Za-z]:|[/\\~])/.test(filled) ? namedPaths(filled, "")[0] : undefined;
    return target !== undefined && exists(target, snapshot) ? target : undefined;
  };
}

/** An installer writes a variable for the root: `{project-root}/docs`. */
function fromRoot(text: string): string {
  return text
    .replace(/^\{[\w-]*root\}\//, "")
    .replace(/^\.\//, "")
    .replace(/\/$/, "");
}

function exists(path: string, { entries }: Pick<Snapshot, "entries">): boolean {
  const at = path.lastIndexOf("/");
  return entries(path.slice(0, Math.max(0, at))).some(
    ({ name, kind }) => kind === "file" && name === path.slice(at + 1),
  );
}
