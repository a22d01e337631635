import { strangeAnswer } from "./git-failure.ts";
import type { GitFile } from "./git-objects.ts";

/** A file as git lists it. */
export interface ListedFile extends GitFile {
  /** In the index "0", or the side of a conflict; undefined in a tree. */
  readonly stage: string | undefined;
}

/**
 * `<mode> <type> <id>`, or `<mode> <id> <stage>` of the index, a tab, a path, a NUL; and again. Throws a `UsageError` where it is cut off or says something else: a file
 * that is left out would be one that is not there.
 */
export function parseGitFiles(output: Buffer): ListedFile[] {
  const records = output.toString("utf8").split("\0");
  const rest = records.pop();
  if (rest !== "") throw strangeAnswer("ls-tree", rest ?? "");
  return records.map((record) => {
    // The common shape, without a pattern for each of thousands.
    if (
      record.startsWith("100644 blob ") &&
      record.charCodeAt(52) === 9 &&
      record.length > 53 &&
      !/[^0-9a-f]/.test(record.slice(12, 52))
    ) {
      return { mode: "100644", id: record.slice(12, 52), path: record.slice(53), stage: undefined };
    }
    const [, mode, ofTree, ofIndex, stage, path] =
      /^(\d{6}) (?:(?:blob|commit|tree) ([0-9a-f]{40,64})|([0-9a-f]{40,64}) ([0-3]))\t(.+)$/s.exec(record) ?? [];
    const id = ofTree ?? ofIndex;
    if (mode === undefined || id === undefined || path === undefined) throw strangeAnswer("ls-tree", record);
    return { mode, id, path, stage };
  });
}
