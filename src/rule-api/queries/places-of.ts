/** What a cited path may mean, from the root: the path itself, or the one beside the document `from`. Nothing outside. */
export function placesOf(target: string, from: string): string[] {
  const folder = from.split("/").slice(0, -1);
  const paths = [target.split("/"), [...folder, ...target.split("/")]].map(normal);
  return [...new Set(paths.filter((path) => path !== undefined && path !== ""))] as string[];
}

function normal(segments: readonly string[]): string | undefined {
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") kept.push(segment);
    else if (kept.pop() === undefined) return undefined;
  }
  return kept.join("/");
}
