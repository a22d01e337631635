import type { ReadResult } from "../../core/snapshot.ts";
import { strangeAnswer } from "./git-failure.ts";
import { decode, sizeLimit, tooLarge } from "../read-text.ts";

/** The tree has the file; it is its content that is not there. */
export const absentBlob: ReadResult = {
  ok: false,
  reason: "unreadable",
  detail: "git does not have its content; a partial clone leaves some out, and “git fsck” names what is damaged",
};

/**
 * `<id> blob <size>`, a line feed, so many bytes, a line feed; and again. `<id> missing` of what is not there. Throws a `UsageError` where it is cut off or
 * says something else.
 */
export function parseBlobs(output: Buffer): Map<string, ReadResult> {
  const results = new Map<string, ReadResult>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at);
    const header = output.toString("utf8", at, end === -1 ? output.length : end);
    const [, id, type, size] = /^([0-9a-f]{40,64}) (?:missing|(\w+) (\d{1,12}))$/.exec(header) ?? [];
    const from = end + 1;
    const to = from + Number(size ?? 0);
    if (end === -1 || id === undefined || to > output.length) throw strangeAnswer("cat-file", header);
    results.set(id, type === "blob" ? contentOf(output.subarray(from, to), id) : absentBlob);
    at = size === undefined ? from : to + 1;
  }
  return results;
}

function contentOf(bytes: Buffer, id: string): ReadResult {
  return bytes.length > sizeLimit ? tooLarge(bytes.length) : decode(bytes, id);
}
