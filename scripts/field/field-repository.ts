import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { ScriptError } from "../run-script.ts";

/** A public repository as it was at one commit: a folder, or an archive that holds one. */
export interface FieldRepository {
  /** `owner/name`. */
  readonly name: string;
  /** The first twelve digits of the commit; undefined when nothing says it. */
  readonly commit: string | undefined;
  /** Absolute path. */
  readonly path: string;
  readonly form: "folder" | "archive";
}

/** `OWNER+NAME`, with or without `@COMMIT`, as a folder or as an archive. */
const named = /^([\w.-]+)\+([\w.-]+?)(?:@([0-9a-f]{7,40}))?(\.tar\.gz)?$/;

/**
 * The repositories directly below a directory, by name. The commit is that of the name, then that of `commits`, then what git says of the folder. Throws a
 * `ScriptError` when there is none.
 */
export function listRepositories(
  directory: string,
  commits: ReadonlyMap<string, string> = new Map(),
): FieldRepository[] {
  if (!existsSync(directory)) throw new ScriptError(`${directory} does not exist: name a directory of repositories.`);
  const found = readdirSync(directory, { withFileTypes: true }).flatMap((entry): FieldRepository[] => {
    const [, owner, repository, commit, archive] = named.exec(entry.name) ?? [];
    if (owner === undefined || repository === undefined || entry.isDirectory() === (archive !== undefined)) return [];
    const path = join(directory, entry.name);
    const name = `${owner}/${repository}`;
    const known = commit ?? commits.get(name) ?? (archive === undefined ? headOf(path) : undefined);
    return [{ name, commit: known?.slice(0, 12), path, form: archive === undefined ? "folder" : "archive" }];
  });
  if (found.length === 0)
    throw new ScriptError(
      `${directory} holds no repository: each is a folder OWNER+NAME or an archive OWNER+NAME@COMMIT.tar.gz.`,
    );
  return found.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * Commits by repository: from the names in a directory of archives, or from the lines of a file, each an object with `repo` (or `repository`) and `commit`,
 * or the two words `owner/name commit`. Throws a `ScriptError`.
 */
export function readCommits(path: string): ReadonlyMap<string, string> {
  if (!existsSync(path))
    throw new ScriptError(`${path} does not exist: name a file of commits, or a directory of archives.`);
  if (statSync(path).isDirectory())
    return new Map(
      readdirSync(path).flatMap((name): [string, string][] => {
        const [, owner, repository, commit] = named.exec(name) ?? [];
        return commit === undefined ? [] : [[`${owner ?? ""}/${repository ?? ""}`, commit]];
      }),
    );
  const lines = readFileSync(path, "utf8").split(/\r?\n/);
  return new Map(lines.flatMap((line, index) => (line.trim() === "" ? [] : [commitIn(line, `${path}:${index + 1}`)])));
}

function commitIn(line: string, place: string): [string, string] {
  const [name, commit] = line.trimStart().startsWith("{") ? fieldsOf(line, place) : line.trim().split(/\s+/);
  if (
    name === undefined ||
    commit === undefined ||
    !/^[\w.-]+\/[\w.-]+$/.test(name) ||
    !/^[0-9a-f]{7,40}$/.test(commit)
  )
    throw new ScriptError(
      `${place}: it names no repository with a commit: write {"repo": "owner/name", "commit": "1a2b3c4"}.`,
    );
  return [name, commit];
}

function fieldsOf(line: string, place: string): (string | undefined)[] {
  try {
    const { repo, repository, commit } = JSON.parse(line) as Record<string, unknown>;
    return [repo ?? repository, commit].map((value) => (typeof value === "string" ? value : undefined));
  } catch {
    throw new ScriptError(`${place}: it is not JSON.`);
  }
}

/** A folder that is not a repository of its own has no commit, whatever is around it. */
function headOf(folder: string): string | undefined {
  if (!existsSync(join(folder, ".git"))) return undefined;
  const { status, stdout } = spawnSync("git", ["-C", folder, "rev-parse", "HEAD"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** How a repository is called in a line for people. */
export function repositoryTitle({ name, commit, path }: FieldRepository): string {
  return `${name}@${commit ?? `? (${basename(path)})`}`;
}
