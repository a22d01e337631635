import { isPattern, namePattern, withoutBraces } from "../core/path-pattern.ts";
import type { DirectoryEntry, Snapshot } from "../core/snapshot.ts";

/** What a `*` never means: what was installed, built or is an example of something else. */
const passedOver =
  /^(?:\..*|node_modules|bower_components|vendor|third[-_]party|dist|build|out|target|coverage|templates?|fixtures|__fixtures__|testdata|tests?)$/i;

/** The paths that exist and match a pattern, sorted; `kind` says what they must be. Reads only the directories on the way. */
export function matchingPaths(
  snapshot: Pick<Snapshot, "entries">,
  pattern: string,
  kind?: "file" | "directory",
): string[] {
  return [...new Set(withoutBraces(pattern).flatMap((one) => pathsLike(snapshot, one, kind)))];
}

function pathsLike(
  snapshot: Pick<Snapshot, "entries">,
  pattern: string,
  kind: "file" | "directory" | undefined,
): string[] {
  const segments = pattern.split("/").filter((segment) => segment !== "" && segment !== ".");
  let parents = [""];
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    const fits = (entry: DirectoryEntry): boolean =>
      isLast ? kind === undefined || entry.kind === kind : entry.kind === "directory";
    const named = matcherOf(segment);
    parents = parents.flatMap((parent) =>
      snapshot
        .entries(parent)
        .filter((entry) => fits(entry) && named(entry.name))
        .map((entry) => (parent === "" ? entry.name : `${parent}/${entry.name}`)),
    );
  });
  return parents;
}

function matcherOf(segment: string): (name: string) => boolean {
  if (!isPattern(segment)) return (name) => name === segment;
  const pattern = namePattern(segment);
  return (name) => pattern.test(name) && (!segment.startsWith("*") || segment.length > 1 || !passedOver.test(name));
}
