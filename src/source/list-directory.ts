import { readdirSync, realpathSync, statSync, type Dirent } from "node:fs";
import { join, sep } from "node:path";
import type { DirectoryEntry, EntryKind } from "../core/snapshot.ts";
import { refuseMachineFault, refuseVanished } from "./git/tree-fault.ts";

/** The children of a directory, or why they are not known. */
export interface Listing {
  readonly entries: readonly DirectoryEntry[];
  readonly named: ReadonlyMap<string, DirectoryEntry>;
  /** Set when the directory is there but cannot be listed. */
  readonly failure?: string;
  /** The names of those that are symbolic links; undefined when none is. */
  readonly links?: ReadonlySet<string>;
}

export interface ListingOptions {
  /** Whether a symbolic link leads to the directory or to one above it. */
  readonly beneathLink: boolean;
  /** Is told of each link among the children before it is followed. */
  readonly onLink?: (link: string) => void;
}

/** Lists a directory of the repository whose real root is `root`: names in exact case, sorted, symbolic links followed. Throws a `UsageError` when it is gone, or the machine fails. */
export function listDirectory(absolute: string, root: string, { beneathLink, onLink }: ListingOptions): Listing {
  try {
    // Without a link on the way nothing leads back.
    if (beneathLink && circles(absolute)) return toListing([]);
    const children = readdirSync(absolute, { withFileTypes: true });
    const links = children.filter((child) => child.isSymbolicLink()).map(({ name }) => name);
    for (const name of links) onLink?.(join(absolute, name));
    const entries = children.map((child) => ({ name: child.name, kind: kindOf(child, absolute, root) }));
    const listing = toListing(entries.sort((one, other) => (one.name < other.name ? -1 : 1)));
    return links.length > 0 ? { ...listing, links: new Set(links) } : listing;
  } catch (error) {
    refuseMachineFault(error, absolute);
    return failedListing(error as NodeJS.ErrnoException, absolute);
  }
}

function failedListing({ code = "unknown" }: NodeJS.ErrnoException, absolute: string): Listing {
  if (code === "ENOENT" || code === "ENOTDIR") {
    refuseVanished(absolute);
    return toListing([]);
  }
  return { ...toListing([]), failure: code === "EACCES" || code === "EPERM" ? "permission denied" : code };
}

function toListing(entries: readonly DirectoryEntry[]): Listing {
  return { entries, named: new Map(entries.map((entry) => [entry.name, entry])) };
}

/** A link to a directory above itself is shown, but has no children: else whoever walks the tree walks for ever. */
function circles(absolute: string): boolean {
  const real = realpathSync.native(absolute);
  if (real === absolute) return false;
  let parent = absolute;
  while (parent.includes(sep)) {
    parent = parent.slice(0, parent.lastIndexOf(sep));
    if (parent !== "" && realpathSync.native(parent) === real) return true;
  }
  return false;
}

function kindOf(child: Dirent, directory: string, root: string): EntryKind {
  if (child.isFile()) return "file";
  if (child.isDirectory()) return "directory";
  return child.isSymbolicLink() ? targetKind(join(directory, child.name), root) : "special";
}

function targetKind(link: string, root: string): EntryKind {
  try {
    const real = realpathSync.native(link);
    if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep)) return "outside";
    const stats = statSync(real);
    return stats.isFile() ? "file" : stats.isDirectory() ? "directory" : "special";
  } catch {
    // Nothing there, a circle of links, or a place that may not be looked at: all lead nowhere.
    return "broken";
  }
}
