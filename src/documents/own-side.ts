import { mergeConflicts } from "../core/merge-conflicts.ts";
import { lineStarts } from "./source-text.ts";

/** The text with the marks of unresolved conflicts, and the side that came in, emptied: nobody said either twice. The number of lines stays. */
export function ownSide(text: string): string {
  const conflicts = mergeConflicts(text);
  if (conflicts.length === 0) return text;
  const starts = lineStarts(text);
  const lines = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
  for (const { start, ownEnd, end } of conflicts)
    for (let index = start; index <= end; index += 1)
      if (index === start || index >= ownEnd) lines[index] = /(?:\r\n|\n|\r)?$/.exec(lines[index] ?? "")?.[0] ?? "";
  return lines.join("");
}
