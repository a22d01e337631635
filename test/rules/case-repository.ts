import { rules } from "../../rules/index.ts";
import { resolveSettings } from "../../src/config/resolve-settings.ts";
import type { Base } from "../../src/core/audit-model.ts";
import { buildModel } from "../../src/build-model.ts";
import type { Settings } from "../../src/core/settings.ts";
import type { Answer, Snapshot } from "../../src/core/snapshot.ts";
import { matchAtOnce } from "../../src/core/spec-name.ts";
import { configurationChange, tryConfiguration } from "../../src/open/configuration-of-tree.ts";
import type { MemoryRemote } from "../../src/source/memory/memory-remote.ts";
import { memorySnapshot, type MemoryFile } from "../memory-snapshot.ts";

/** A small repository: paths and contents. A path that ends in "/" is an empty directory. */
export type RepositoryFiles = Readonly<Record<string, MemoryFile>>;

/** The day on which every case and example is audited. */
export const today = "2026-11-23";

/** What stands beside a repository and is no part of it. */
const basePrefix = ".base/";
const pastPrefix = ".past/";
const commitsName = "commits.txt";
const renamedName = "renamed.txt";
const goneName = "gone.txt";
const branchesName = "branches.txt";
const onlineName = "online.json";

export interface CaseRepository {
  readonly snapshot: Snapshot;
  /** The repository that it is compared with, when the case has one. */
  readonly base: ((settings: Settings) => Answer<Base>) | undefined;
}

/**
 * The repository of a case. `.base/` holds the tree that it is compared with, whole; `.past/2026-10-01/` the tree at the end of
 * a day; `commits.txt` the names of commits, `branches.txt` those of branches, `gone.txt` paths that were deleted, and `renamed.txt` lines `old -> new`. Without any of
 * the last five there is no history. `online.json` holds what a server says (see `MemoryRemote`); without it the case is offline.
 */
export function openCase(files: RepositoryFiles): CaseRepository {
  const { own, base, past } = parts(files);
  const {
    [commitsName]: commits,
    [renamedName]: renamed,
    [goneName]: gone,
    [branchesName]: branches,
    [onlineName]: online,
    ...rest
  } = own;
  const hasHistory = [commits, renamed, gone, branches].some((text) => text !== undefined) || past.size > 0;
  const history = {
    commits: lines(commits),
    branches: lines(branches),
    gone: lines(gone),
    renamed: Object.fromEntries(lines(renamed).map((line) => line.split(" -> ") as [string, string])),
  };
  const options = {
    today,
    ...(typeof online === "string" ? { remote: JSON.parse(online) as MemoryRemote } : {}),
    ...(hasHistory ? { history, days: Object.fromEntries(past) } : {}),
  };
  const earlier = base === undefined ? undefined : memorySnapshot(base, options);
  return {
    snapshot: memorySnapshot(rest, options),
    base:
      earlier === undefined
        ? undefined
        : (settings) => ({
            kind: "known",
            value: {
              name: "main",
              commit: "0".repeat(40),
              model: buildModel(earlier, { ...settings, queue: settings.queue ?? resolveSettings({}, earlier).queue }),
              subtracted: false,
              configuration: configurationChange(
                tryConfiguration(earlier, { known: rules, match: matchAtOnce }),
                tryConfiguration(memorySnapshot(rest, options), { known: rules, match: matchAtOnce }),
              ),
            },
          }),
  };
}

interface Parts {
  readonly own: RepositoryFiles;
  readonly base: RepositoryFiles | undefined;
  readonly past: ReadonlyMap<string, RepositoryFiles>;
}

function parts(files: RepositoryFiles): Parts {
  const own: Record<string, MemoryFile> = {};
  const base: Record<string, MemoryFile> = {};
  const past = new Map<string, Record<string, MemoryFile>>();
  for (const [path, file] of Object.entries(files)) {
    const [, day, rest] = /^\.past\/(\d{4}-\d{2}-\d{2})\/(.*)$/.exec(path) ?? [];
    if (path.startsWith(basePrefix)) base[path.slice(basePrefix.length)] = file;
    else if (day !== undefined && rest !== undefined) past.set(day, { ...past.get(day), [rest]: file });
    else if (path !== pastPrefix) own[path] = file;
  }
  const hasBase = Object.keys(files).some((path) => path.startsWith(basePrefix));
  delete base[""];
  for (const then of past.values()) delete then[""];
  return { own, base: hasBase ? base : undefined, past };
}

function lines(file: MemoryFile | undefined): string[] {
  return typeof file === "string"
    ? file
        .trim()
        .split("\n")
        .filter((line) => line !== "")
    : [];
}
