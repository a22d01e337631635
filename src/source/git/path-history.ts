import { lazily } from "../../core/lazily.ts";
import { everySubmodule } from "./git-settings.ts";
import { runGit } from "./run-git.ts";

/** What the history tells of paths that are not there: one pass of git answers for all of them. Paths count from the root. */
export interface PathHistory {
  /** Whether there ever was a file or directory of that name. */
  existed(path: string): boolean;
  /** Where a file or directory went, by renames that are staged or were committed; undefined when git shows none, and when a directory was split. Follows later renames of the new path. */
  renamedTo(path: string): string | undefined;
  /** Why there may be more than was found; undefined when all was looked through. */
  readonly gap: string | undefined;
}

/** What one commit took away: paths, and of those that were renamed the new ones. */
interface Departures {
  readonly renames: [from: string, to: string][];
  readonly gone: string[];
}

/** How many commits are looked through, from the newest. Git finds the renames of some thousands in a second. */
const mostCommits = 10_000;
/** How many renames of one path are followed. */
const mostSteps = 10;

/**
 * Reads once what each commit that leads to `commit`, a full object name, took away; with `isStaged` what was renamed in the index as well. `root` is an absolute path
 * inside the repository.
 */
export function readPathHistory(root: string, commit: string, { isStaged }: { isStaged: boolean }): PathHistory {
  const ask = (args: readonly string[], input?: string): string => runGit(root, args, input).stdout.toString("utf8");
  const names = (args: readonly string[]): Set<string> => withFolders(ask([...args, "-z"]).split("\0"));
  const commits = ask(["rev-list", "--no-merges", `--max-count=${mostCommits + 1}`, commit, "--"]).split("\n");
  const looked = commits.filter((id) => id !== "").slice(0, mostCommits);
  const staged = isStaged ? parse(ask(["diff-index", "--cached", ...listing("R"), commit])) : [];
  const listed = runGit(root, ["diff-tree", "--stdin", "-r", ...listing("DR")], `${looked.join("\n")}\n`);
  const committed = parse(listed.stdout.toString("utf8"));
  const last = lastDepartures([...staged, ...committed]);
  const before = lazily(() => names(["ls-tree", "-r", "--name-only", commit]));
  const now = isStaged ? lazily(() => names(["ls-files"])) : before;
  return {
    gap:
      listed.status !== 0
        ? "git could not list what the commits took away"
        : commits.length > mostCommits + 1
          ? `only the last ${mostCommits} commits were looked through`
          : undefined,
    existed: (path) => last.has(trimmed(path)) || before().has(trimmed(path)),
    renamedTo: (path) => {
      let current = trimmed(path);
      for (let step = 0; step < mostSteps; step += 1) {
        const next = target(last.get(current)?.renames ?? [], current);
        if (next === undefined) break;
        current = next;
        if (now().has(current)) break;
      }
      return current === trimmed(path) ? undefined : current;
    },
  };
}

function listing(filter: string): string[] {
  return ["--find-renames", `--diff-filter=${filter}`, "--name-status", "--relative", everySubmodule, "-z"];
}

function trimmed(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : path;
}

/** What git lists between NULs: the name of a commit, then `D`, path, or `R100`, old path, new path. Staged changes have no commit. */
function parse(output: string): Departures[] {
  const words = output.split("\0");
  const all: Departures[] = [];
  let current: Departures = { renames: [], gone: [] };
  for (let index = 0; index < words.length - 1; index += 1) {
    const word = words[index] ?? "";
    if (/^[0-9a-f]{40,64}$/.test(word)) {
      all.push((current = { renames: [], gone: [] }));
      continue;
    }
    if (all.length === 0) all.push(current);
    const from = words[(index += 1)] ?? "";
    current.gone.push(from);
    if (word.startsWith("R")) current.renames.push([from, words[(index += 1)] ?? ""]);
  }
  return all;
}

/** By path, what took it away last; of a directory, what last took something out of it. */
function lastDepartures(all: readonly Departures[]): Map<string, Departures> {
  const last = new Map<string, Departures>();
  for (const departures of all)
    for (const path of withFolders(departures.gone)) if (!last.has(path)) last.set(path, departures);
  return last;
}

function withFolders(paths: readonly string[]): Set<string> {
  const all = new Set<string>();
  for (const path of paths)
    for (let end = path.length; end > 0 && !all.has(path.slice(0, end)); end = path.lastIndexOf("/", end - 1))
      all.add(path.slice(0, end));
  return all;
}

/** The new path of a file; of a directory when everything that was renamed out of it went to one place. */
function target(pairs: readonly [string, string][], path: string): string | undefined {
  const file = pairs.find(([from]) => from === path);
  if (file !== undefined) return file[1];
  const inside = pairs.filter(([from]) => from.startsWith(`${path}/`));
  const directories = inside.map(([from, to]) =>
    to.endsWith(from.slice(path.length)) ? to.slice(0, to.length - (from.length - path.length)) : undefined,
  );
  const [first] = directories;
  return first !== undefined && first !== "" && directories.every((directory) => directory === first)
    ? first
    : undefined;
}
