import type { DirectoryEntry, EntryKind, Snapshot } from "../core/snapshot.ts";
import { UsageError } from "../core/errors.ts";
import type { SpecNameReader } from "../core/spec-name.ts";
import { directoryOf, joinPath } from "./repository-path.ts";

/** Where a queue is looked for, in this order. Matched in any case: `Backlog.md` is `BACKLOG.md`. */
const queuePaths = [
  "docs/product/spec-candidates.md",
  "spec-candidates.md",
  "docs/spec-candidates.md",
  "BACKLOG.md",
  "docs/backlog.md",
] as const;
/** Of these the last ones: a backlog may be kept in many ways. */
const otherKindsToo = /(?:^|\/)backlog\.md$/i;

/** Whether a path that was found by its name may be something else than a queue. */
export function isQueueByGuess(path: string): boolean {
  return otherKindsToo.test(path);
}

/** Where the spec packages are looked for, in this order. */
export const specRoots = ["specs", ".specify/specs", "docs/specs"] as const;
/** The names of the documents beside the queue. */
const siblingNames = { roadmap: "roadmap.md", ledger: "implementation-ledger.md", inbox: "discoveries.md" } as const;

/** The queue under its conventional name; undefined when there is none. Throws a `UsageError` when there are two. */
export function findQueue(snapshot: Snapshot): string | undefined {
  const found = [...new Set(queuePaths.flatMap((path) => spellings(snapshot, path)))];
  const [first, second] = found;
  if (first === undefined || second === undefined) return first;
  throw new UsageError(
    `There are ${found.length === 2 ? "two queues" : `${found.length} queues`}: ${found.join(" and ")}.`,
    `Say which one the audit is about: write "queue": "${first}" in queue-lint.config.json.`,
  );
}

/** The directories of spec packages: each conventional one that holds a package, else the first that exists; empty when there is none. */
export function findSpecRoots(snapshot: Snapshot, readNames: SpecNameReader): string[] {
  const roots = specRoots.flatMap((path) => spellings(snapshot, path, directoryLike));
  const holdsPackage = (root: string) => {
    const directories = snapshot.entries(root).filter((entry) => entry.kind === "directory");
    return readNames(directories.map(({ name }) => name)).some((name) => name !== undefined);
  };
  const holding = roots.filter(holdsPackage);
  return holding.length > 0 ? holding : roots.slice(0, 1);
}

/** A document beside the queue, then in docs/, docs/product/ or the root. Never one of the paths `taken`. */
export function findSibling(
  snapshot: Snapshot,
  role: keyof typeof siblingNames,
  taken: readonly (string | undefined)[],
): string | undefined {
  const directories = [directoryOf(taken[0] ?? ""), "docs", "docs/product", ""];
  const found = directories.flatMap((directory) => spellings(snapshot, joinPath(directory, siblingNames[role])));
  return found.find((path) => !taken.includes(path));
}

const agentFiles = ["AGENTS.md", "CLAUDE.md", "GEMINI.md", ".github/copilot-instructions.md"];
/** Directories of instruction files, with the globs that are asked for when the directory exists. */
const agentFolders: readonly (readonly [string, string])[] = [
  [".github/skills", "**/*.md"],
  [".github/prompts", "*.md"],
  [".specify/memory", "*.md"],
  [".cursor/rules", "*.{md,mdc}"],
];

/** Instruction files for coding agents that exist under their conventional names. Walks no other directory. */
export function findAgents(snapshot: Snapshot): string[] {
  const files = agentFiles.flatMap((path) => spellings(snapshot, path).slice(0, 1));
  const folders = agentFolders.flatMap(([folder, glob]) =>
    spellings(snapshot, folder, (kind) => kind === "directory").map((real) => `${real}/${glob}`),
  );
  return [...files, ...(folders.length === 0 ? [] : snapshot.glob(folders))];
}

const directoryLike = (kind: EntryKind) => kind === "directory" || kind === "broken" || kind === "outside";

/** The real paths that equal a conventional one but for case, the exact one first. Reads directories only. */
function spellings(snapshot: Snapshot, path: string, fits: (kind: EntryKind) => boolean = () => true): string[] {
  const segments = path.split("/");
  let parents = [""];
  segments.forEach((segment, index) => {
    const accepts = index === segments.length - 1 ? fits : (kind: EntryKind) => kind === "directory";
    parents = parents.flatMap((parent) =>
      namesLike(segment, snapshot.entries(parent), accepts).map((name) => joinPath(parent, name)),
    );
  });
  return parents;
}

function namesLike(wanted: string, entries: readonly DirectoryEntry[], fits: (kind: EntryKind) => boolean): string[] {
  const names = entries
    .filter((entry) => entry.name.toLowerCase() === wanted.toLowerCase() && fits(entry.kind))
    .map((entry) => entry.name);
  return names.sort((one, other) => Number(other === wanted) - Number(one === wanted));
}
