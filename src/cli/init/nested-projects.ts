import type { Snapshot } from "../../core/snapshot.ts";

const never = /^(?:\.|node_modules$|vendor$|dist$|build$|target$|docs?$|specs$|test|fixtures$|examples?$)/i;
/** Names that say that work is planned in a directory, in lower case. */
const signs = ["backlog.md", "roadmap.md", "spec-candidates.md", "specs", ".specify", "openspec", ".kiro"];
const mostDirectories = 400;

/** Directories one or two levels down that plan their own work, sorted. Reads listings only. */
export function nestedProjects(snapshot: Snapshot): string[] {
  const below = (directory: string): string[] =>
    snapshot
      .entries(directory)
      .filter(({ kind, name }) => kind === "directory" && !never.test(name))
      .map(({ name }) => (directory === "" ? name : `${directory}/${name}`));
  const first = below("");
  const all = [...first, ...first.flatMap(below)].slice(0, mostDirectories);
  const planning = (path: string): boolean =>
    [path, `${path}/docs`, `${path}/docs/product`].some((folder) =>
      snapshot.entries(folder).some(({ name }) => signs.includes(name.toLowerCase())),
    );
  return all.filter(planning).sort();
}
