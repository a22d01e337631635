import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Paths and texts of a small repository. */
export type Files = Readonly<Record<string, string>>;

const fixtures = join(import.meta.dirname, "../../fixtures/rules");
/** What is beside a repository in the folder of a case: golden, history, the trees that it is compared with. */
const beside = /^(?:expected\.txt|commits\.txt|branches\.txt|renamed\.txt|online\.json|\.base|\.past|\.gitkeep)$/;

let known: readonly Files[] | undefined;

/** The repositories of all cases of all rules, in the order of their names. */
export function seedRepositories(): readonly Files[] {
  known ??= foldersIn(fixtures)
    .flatMap((group) => foldersIn(group))
    .flatMap((rule) => foldersIn(rule))
    .map(readFiles);
  return known;
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory());
}

function readFiles(folder: string): Files {
  const files: Record<string, string> = {};
  const walk = (directory: string): void => {
    for (const entry of readdirSync(join(folder, directory), { withFileTypes: true })) {
      const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
      if (directory === "" && beside.test(entry.name)) continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files[path] = readFileSync(join(folder, path), "utf8");
    }
  };
  walk("");
  return files;
}
