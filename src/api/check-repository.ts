import { pathFault, repositoryPath } from "../config/repository-path.ts";
import { UsageError } from "../core/errors.ts";
import type { Snapshot } from "../core/snapshot.ts";
import { isRecord, kindOf } from "./check-argument.ts";

/** The files of a repository: paths from its root, with forward slashes, and texts. A key that ends in "/" is an empty directory. */
export type RepositoryFiles = Readonly<Record<string, string>>;

const example = "Give an object such as { “docs/product/spec-candidates.md”: “# Queue” }, or a Snapshot.";
const members = ["entries", "read", "glob"] as const;

/** Whether a value implements `Snapshot`; an object of files has texts only. */
export function isSnapshot(repository: RepositoryFiles | Snapshot): repository is Snapshot {
  return members.every((name) => typeof repository[name] === "function");
}

/** Throws a `UsageError` for what is neither files nor a snapshot, and names the first file at fault. */
export function checkRepository(repository: unknown, place: string): void {
  if (!isRecord(repository))
    throw new UsageError(`The repository must be an object, not ${kindOf(repository)}.`, example, place);
  if (isSnapshot(repository as RepositoryFiles | Snapshot)) {
    checkSnapshot(repository, place);
    return;
  }
  const paths = new Set(Object.keys(repository));
  for (const [path, text] of Object.entries(repository)) {
    const fault = textFault(path, text) ?? nameFault(path) ?? placeFault(path, paths);
    if (fault !== undefined)
      throw new UsageError(`The repository cannot be used: “${path}”: ${fault}.`, example, place);
  }
}

function checkSnapshot(snapshot: Readonly<Record<string, unknown>>, place: string): void {
  const missing = ["root", "tree", "today"].find((name) => typeof snapshot[name] !== "string");
  if (missing !== undefined) throw new UsageError(`The snapshot has no “${missing}” that is a text.`, example, place);
  if (!isRecord(snapshot["history"]))
    throw new UsageError("The snapshot has no “history” that is an object.", example, place);
}

function textFault(path: string, text: unknown): string | undefined {
  if (typeof text !== "string") return `its text must be a string, not ${kindOf(text)}`;
  return path.endsWith("/") && text !== ""
    ? "a path that ends in “/” is an empty directory and has no text"
    : undefined;
}

function nameFault(path: string): string | undefined {
  const fault = pathFault(path);
  if (fault !== undefined) return fault;
  const usual = repositoryPath(path);
  return path.replace(/\/$/, "") === usual ? undefined : `write it as “${usual}”`;
}

/** A file cannot hold others. */
function placeFault(path: string, paths: ReadonlySet<string>): string | undefined {
  const segments = path.split("/");
  const holder = segments
    .slice(1)
    .map((_, index) => segments.slice(0, index + 1).join("/"))
    .find((above) => paths.has(above));
  return holder === undefined ? undefined : `“${holder}” is a file already, and cannot hold others`;
}
