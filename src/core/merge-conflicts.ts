/** A stretch of a text that git could not merge. Lines count from 0. */
export interface MergeConflict {
  /** Of `<<<<<<<`. */
  readonly start: number;
  /** Of `|||||||`, or of `=======` where the common ancestor is not shown: what is above it is the side that was there. */
  readonly ownEnd: number;
  /** Of `>>>>>>>`. */
  readonly end: number;
}

const markers = [
  ["start", /^<{7}(?: |$)/],
  ["ancestor", /^\|{7}(?: |$)/],
  ["middle", /^={7}$/],
  ["end", /^>{7}(?: |$)/],
] as const;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * The unresolved merge conflicts of a text: at the beginning of a line each, the marks that git writes, in order and whole. A line of `=` alone underlines a heading, and a set inside
 * of a code block shows what a conflict looks like.
 */
export function mergeConflicts(text: string): readonly MergeConflict[] {
  if (!text.includes("<<<<<<<") || !text.includes(">>>>>>>")) return [];
  const found: MergeConflict[] = [];
  let code: string | undefined;
  let open: OpenConflict = {};
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (open.start === undefined) code = fenceAfter(code, line);
    const [marker] = markers.find(([, pattern]) => pattern.test(line)) ?? [];
    if (code !== undefined || marker === undefined) continue;
    open = marker === "start" ? { start: index } : { [marker]: index, ...open };
    if (open.end === undefined) continue;
    found.push(...conflictIn(open));
    open = {};
  }
  return found;
}

/** The marks so far, by the lines on which they came first. */
interface OpenConflict {
  readonly start?: number;
  readonly ancestor?: number;
  readonly middle?: number;
  readonly end?: number;
}

/** The conflict that some marks make; none when one of them is missing. */
function conflictIn({ start, ancestor, middle, end }: OpenConflict): MergeConflict[] {
  if (start === undefined || middle === undefined || end === undefined) return [];
  return [{ start, ownEnd: ancestor ?? middle, end }];
}

/** The mark of the code block that is open after a line. */
function fenceAfter(open: string | undefined, line: string): string | undefined {
  const mark = fence.exec(line)?.[1];
  if (mark === undefined) return open;
  if (open === undefined) return mark;
  return mark.startsWith(open) ? undefined : open;
}
