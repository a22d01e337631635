import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Paths by which a change of the history shows. */
export interface GitState {
  /** Of these it matters only whether they are there. */
  readonly exist: readonly string[];
  readonly read: readonly string[];
}

/** What of the repository around a directory says which commits and refs there are. An object is looked for by its name. */
export function gitState(directory: string, object?: string): GitState {
  const exist: string[] = [];
  for (let at = directory; ; at = dirname(at)) {
    const git = join(at, ".git");
    exist.push(git);
    if (existsSync(git)) return { exist, ...stateIn(git, object) };
    if (dirname(at) === at) return { exist, read: [] };
  }
}

function stateIn(git: string, object: string | undefined): Pick<GitState, "read"> {
  // In a linked work tree and in a submodule, .git is a file that names the directory; refs and objects may be in yet another one.
  const own = statSync(git).isFile() ? resolve(dirname(git), /^gitdir: (.+)$/m.exec(textOf(git))?.[1] ?? "") : git;
  const common = resolve(own, textOf(join(own, "commondir")).trim());
  const read = [
    git,
    join(own, "HEAD"),
    join(own, "commondir"),
    ...["packed-refs", "shallow", "config", "reftable", "objects/pack", "objects/info/alternates"].map((name) =>
      join(common, name),
    ),
    ...[...new Set([join(own, "refs"), join(common, "refs")])].flatMap(below),
    ...(object === undefined
      ? []
      : [join(common, "objects"), join(common, "objects", object.slice(0, 2).toLowerCase())]),
  ];
  // Everything that git does changes the time of its directory.
  return { read: read.filter((path) => path !== git || own !== git) };
}

/** A directory with all that is below it. */
function below(directory: string): string[] {
  try {
    return [
      directory,
      ...readdirSync(directory, { recursive: true, encoding: "utf8" }).map((name) => join(directory, name)),
    ];
  } catch {
    return [directory];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
