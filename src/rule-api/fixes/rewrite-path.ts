import type { EvidenceClaim, PathClaim } from "../../core/claims/claim.ts";
import type { Facts } from "../../core/fact.ts";
import type { Fix } from "../../core/finding.ts";
import { nearest } from "../../core/nearest.ts";
import { replaceText } from "./replace-text.ts";

/** Makes a citation name another path of the repository, relative to the root or to its document as it was; undefined when that cannot be told. */
export function rewritePath(claim: PathClaim, path: string, facts: Facts): Fix | undefined {
  const fix = isAlike(claim.target, path) ? citeAs(claim, path, facts) : undefined;
  return fix && { ...fix, kind: "suggest" };
}

/** What of a citation has to be known to write another path in its place. */
type Citation = Pick<PathClaim | EvidenceClaim, "location" | "target"> & {
  readonly kind: string;
  readonly source?: string | undefined;
};

/** Makes a citation name another path, whatever it is called, in the form in which it was written; undefined when that cannot be told. */
export function citeAs(claim: Citation, path: string, facts: Facts): Fix | undefined {
  const from = claim.location.path;
  const beside = relativePath(path, from);
  const asWritten = claim.target.startsWith("./") ? `./${beside}` : beside;
  // A link is followed from its document; a path in code is read from the root, unless it begins with dots.
  const wanted =
    (claim.kind === "path" && claim.source === "link") ||
    claim.target.startsWith(".") ||
    isSegmentsAway(claim.target, path)
      ? [asWritten, path]
      : [path, asWritten];
  const target = wanted.find((one) => resolvesTo(one, path, { from, facts }));
  if (target === undefined || /[\s()<>`]/.test(target)) return undefined;
  const kept = claim.target.endsWith("/") ? `${target}/` : target;
  const edits = replaceText(claim.location, [claim.target, kept], facts);
  return edits === undefined ? undefined : { kind: "safe", description: `Write ${kept}.`, edits };
}

/** Puts the folder before a file name. */
export function nameWithFolder(claim: PathClaim | EvidenceClaim, path: string, facts: Facts): Fix | undefined {
  const edits = replaceText(claim.location, [claim.target, path], facts);
  return edits === undefined ? undefined : { kind: "suggest", description: `Write ${path}.`, edits };
}

/** File names that say nothing about what is in the file. */
const commonName = /^(?:spec|plan|tasks|index|readme|main|mod|types|config|package|__init__)\b/i;

/**
 * Whether the paths differ by case only, by one letter of one segment, or by the folder of a file with a name of its own. What is
 * merely near ("offline.ts", "online.ts") may well be another thing.
 */
function isAlike(target: string, path: string): boolean {
  const cited = target
    .normalize("NFC")
    .toLowerCase()
    .split("/")
    .filter((segment) => !["", ".", ".."].includes(segment));
  const actual = path.normalize("NFC").toLowerCase().split("/").slice(-cited.length);
  const unlike = cited.flatMap((segment, index) =>
    segment === actual[index] ? [] : [[segment, actual[index] ?? ""] as const],
  );
  const [first, second] = unlike;
  if (first === undefined) return true;
  if (second !== undefined) return false;
  return (
    nearest(first[0], [first[1]], 1) !== undefined ||
    (cited.at(-1) === actual.at(-1) && !commonName.test(cited.at(-1) ?? ""))
  );
}

/** Whether a citation has fewer segments than the path from the root, and so was meant from its document. */
function isSegmentsAway(target: string, path: string): boolean {
  return target.split("/").length < path.split("/").length;
}

function resolvesTo(target: string, path: string, { from, facts }: { from: string; facts: Facts }): boolean {
  const answer = facts.paths.resolve(target, from);
  return answer.exists === true && answer.path === path;
}

/** `docs/a.md` seen from `docs/product/queue.md` is `../a.md`. */
function relativePath(path: string, from: string): string {
  const target = path.split("/");
  const folder = from.split("/").slice(0, -1);
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared]) shared += 1;
  return [...folder.slice(shared).map(() => ".."), ...target.slice(shared)].join("/");
}
