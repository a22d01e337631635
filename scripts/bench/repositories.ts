import { generateChanges } from "./generate-changes.ts";
import { generateRepository } from "./generate-repository.ts";
import { storedRepository } from "./stored-repository.ts";
import type { GeneratedCommit } from "./write-repository.ts";

/** How many files the last commit of a repository of specs changes. */
const changedFiles = 10;
/** What leads nowhere in a drifted repository. */
const deadAnchors = 100;
const deadEvidence = 200;
/** How many commits a repository for a replay has after its first one. */
const replayedCommits = 500;
/** Every so many commits a candidate becomes a spec, as where a spec takes ten commits; the others work on the tasks of one. */
const promotionEvery = 10;

/** A repository of so many specs with two commits: the generated files, and one that changes the queue and the tasks of some specs. */
export function specRepository(specs: number): string {
  return storedRepository(`specs-${specs}`, () => {
    const files = generateRepository(specs);
    const paths = [...files.keys()];
    const changed = [
      ...paths.filter((path) => path.endsWith("/tasks.md")).slice(0, changedFiles - 1),
      paths.find((path) => path.endsWith("spec-candidates.md")) ?? "",
    ];
    const more = (path: string): string =>
      path.endsWith("tasks.md") ? "- [x] T999 one more thing\n" : "- `Paper tide tables`: they are on the screens.\n";
    return [
      { message: "Base", files },
      { message: "Change", files: changed.map((path) => [path, `${files.get(path) ?? ""}${more(path)}`]) },
    ];
  });
}

/** The same with documents that have drifted: 100 anchors and 200 paths of evidence lead nowhere. */
export function driftedRepository(specs: number): string {
  return storedRepository(`drifted-${specs}`, () => {
    const files = generateRepository(specs);
    for (const [path, text] of files) {
      if (path.endsWith("spec-candidates.md")) files.set(path, withDeadAnchors(text, deadAnchors));
      if (path.endsWith("implementation-ledger.md")) files.set(path, withDeadEvidence(text, deadEvidence));
    }
    const tasks = [...files.keys()].find((path) => path.endsWith("/tasks.md")) ?? "";
    return [
      { message: "Base", files },
      { message: "Change", files: [[tasks, `${files.get(tasks) ?? ""}- [x] T999 one more thing\n`]] },
    ];
  });
}

/** Spread over the entries that name anchors. */
function withDeadAnchors(queue: string, count: number): string {
  const parts = queue.split(/(?<=\*\*Anchors\*\*:) .*/);
  const entries = parts.length - 1;
  let dead = 0;
  return parts.reduce((text, part, index) => {
    const until = Math.round((index * count) / entries);
    let items = "";
    for (; dead < until; dead += 1) items += `\n  - \`src/piers/gone-${dead}.ts\``;
    return `${text}${items}${part}`;
  });
}

/** One more in each of the first rows. */
function withDeadEvidence(ledger: string, count: number): string {
  let dead = 0;
  return ledger.replaceAll(/ \|$/gm, (end, offset: number) =>
    dead < count && ledger.slice(ledger.lastIndexOf("\n", offset), offset).includes("Spec ")
      ? `, \`src/berths/gone-${(dead += 1)}.ts\`${end}`
      : end,
  );
}

/** A repository of so many OpenSpec changes. */
export function changeRepository(changes: number): string {
  return storedRepository(`changes-${changes}`, () => [{ message: "Base", files: generateChanges(changes) }]);
}

/** A repository of so many specs whose last ones were promoted one after the other. */
export function replayRepository(specs: number): string {
  return storedRepository(`replay-${specs}`, () => history(specs));
}

/** The repository before the last promotions, and then one commit after the other. */
function* history(specs: number): Iterable<GeneratedCommit> {
  const files = generateRepository(specs);
  const planning = [...files.keys()].filter((path) => path.startsWith("docs/"));
  const packages = packagesIn(files);
  const folders = [...packages.keys()];
  let present = specs - Math.floor(replayedCommits / promotionEvery);
  const documents = (): [string, string][] =>
    planning.map((path) => [path, documentAt(path, files.get(path) ?? "", present)]);
  yield {
    message: "Commit 0",
    files: [
      ["README.md", files.get("README.md") ?? ""],
      ...documents(),
      ...folders.slice(0, present).flatMap((folder) => packages.get(folder) ?? []),
    ],
  };
  for (let index = 1; index <= replayedCommits; index += 1) {
    if (index % promotionEvery === 0) {
      const added = packages.get(folders[present] ?? "") ?? [];
      present += 1;
      yield { message: `Commit ${index}`, files: [...added, ...documents()] };
    } else {
      const path = `${folders[(index * 7) % present] ?? ""}/tasks.md`;
      yield {
        message: `Commit ${index}`,
        files: [[path, `${files.get(path) ?? ""}- [x] T${900 + index} one more thing\n`]],
      };
    }
  }
}

/** The files of each spec directory, by its path. */
function packagesIn(files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly [string, string][]> {
  const packages = new Map<string, [string, string][]>();
  for (const [path, text] of files) {
    const folder = /^specs\/[^/]+/.exec(path)?.[0];
    if (folder !== undefined) packages.set(folder, [...(packages.get(folder) ?? []), [path, text]]);
  }
  return packages;
}

/** A planning document without the specs that are yet to come. */
function documentAt(path: string, text: string, present: number): string {
  if (path.endsWith("roadmap.md")) return text;
  return text
    .split("\n")
    .filter((line) => Number(/Spec (\d+)/.exec(line)?.[1] ?? 0) <= present)
    .join("\n");
}
