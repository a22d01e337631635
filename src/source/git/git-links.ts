import type { ReadResult } from "../../core/snapshot.ts";
import { absentContent } from "./absent-content.ts";
import type { GitFile } from "./git-objects.ts";
import type { Lookup } from "../layered-map.ts";
import { absentBlob } from "./parse-blobs.ts";

/** Modes of what is not a file, as git writes them. */
export const symbolicLink = "120000";
export const submodule = "160000";

export function isSpecial({ mode }: GitFile): boolean {
  return mode === symbolicLink || mode === submodule;
}

/** How many symbolic links are followed for one path; as many as Linux follows. */
const mostLinks = 40;

/** What is needed to follow links: the files of a tree by their paths, and their texts. */
export interface GitLinks {
  readonly byPath: Lookup<GitFile>;
  readonly blob: (file: GitFile) => ReadResult;
  /** Absolute path of the audited directory. */
  readonly root: string;
}

/** Where a path leads, from the root of the tree, whether something is there or not; or why it leads nowhere. */
export type Destination =
  | { readonly path: string; readonly failure?: undefined }
  | { readonly path?: undefined; readonly failure: "broken" | "outside" | "submodule" };

/** Follows every symbolic link on the way, step by step as the operating system does. `path` has no `..`. Throws an `AbsentContentError` for a link of which nobody knows where it leads. */
export function follow(links: GitLinks, path: string): Destination {
  const ahead = path.split("/").reverse();
  const reached: string[] = [];
  let followed = 0;
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (!enter(reached, name)) return { failure: "outside" };
    const file = links.byPath.get(reached.join("/"));
    if (file?.mode === submodule && ahead.some(isName)) return { failure: "submodule" };
    if (file?.mode !== symbolicLink) continue;
    followed += 1;
    if (followed > mostLinks) return { failure: "broken" };
    const target = targetOf(file, links);
    const failure = failureOf(target);
    if (failure !== undefined) return { failure };
    reached.pop();
    ahead.push(...target.split("/").reverse());
  }
  return { path: reached.join("/") };
}

/** Goes one step down, or up for `..`; false above the root. */
function enter(reached: string[], name: string): boolean {
  if (name === "..") return reached.pop() !== undefined;
  if (isName(name)) reached.push(name);
  return true;
}

function failureOf(target: string): "broken" | "outside" | undefined {
  if (target === "") return "broken";
  return target.startsWith("/") ? "outside" : undefined;
}

function isName(segment: string): boolean {
  return segment !== "" && segment !== ".";
}

/** The path that a link holds; empty for one that cannot be read. */
function targetOf(link: GitFile, { blob, root }: GitLinks): string {
  const target = blob(link);
  if (target === absentBlob) throw absentContent(root, link.path);
  return target.ok ? target.text : "";
}
