/** The paths from the root that a target may mean in a document: beside the document first, then from the root. Empty for addresses. */
export function namedPaths(target: string, from: string): string[] {
  const bare = decoded(target.split(/[#?]/, 1)[0] ?? "");
  if (bare === "" || /^[a-z][a-z\d+.-]*:/i.test(bare)) return [];
  const folder = from.includes("/") ? from.slice(0, from.lastIndexOf("/")) : "";
  const paths = bare.startsWith("/") ? [joined("", bare)] : [joined(folder, bare), joined("", bare)];
  return [...new Set(paths.filter((path) => path !== undefined && path !== ""))] as string[];
}

/** Undefined for a path that leaves the repository. */
function joined(folder: string, target: string): string | undefined {
  const segments = folder === "" ? [] : folder.split("/");
  for (const segment of target.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join("/");
}

function decoded(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
