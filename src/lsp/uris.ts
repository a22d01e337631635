import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { pathBelow } from "../core/path-below.ts";

/** The absolute path of a URI; undefined for what is not a file of this machine, such as a document that was never saved. */
export function pathOfUri(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    // Another host, or a path that this system does not have.
    return undefined;
  }
}

/** The path of a URI below one of the names of a root, with forward slashes; undefined outside of it. */
export function pathBelowRoots(roots: readonly string[], uri: string): string | undefined {
  const absolute = pathOfUri(uri);
  const below = absolute === undefined ? undefined : pathBelow(roots, absolute, path);
  return below === "" ? undefined : below;
}

export function uriOfPath(root: string, below: string): string {
  return pathToFileURL(path.join(root, below)).href;
}
