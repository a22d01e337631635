import type { Facts } from "../../core/fact.ts";
import type { Edit } from "../../core/finding.ts";
import type { Location } from "../../core/location.ts";

/**
 * Takes a comment out: with its line when nothing else is on it, and otherwise with the spaces before it. What the comment
 * kept apart stays apart: between two lines of text an empty line remains. Undefined when the document cannot be read.
 */
export function removeComment({ path, offset, endOffset }: Location, { paths }: Facts): Edit | undefined {
  const result = paths.read(path);
  if (!result.ok) return undefined;
  const { text } = result;
  const start = lineStart(text, offset);
  const end = lineEnd(text, endOffset);
  const before = text.slice(start, offset);
  const isLast = text.slice(endOffset, end).trim() === "";
  if (hasWords(before) || !isLast)
    return { path, offset: isLast ? start + before.trimEnd().length : offset, endOffset, text: "" };
  const next = nextLine(text, end);
  const apart =
    hasWords(text.slice(lineStart(text, previousLine(text, start)), start)) &&
    hasWords(text.slice(next, lineEnd(text, next)));
  return { path, offset: start, endOffset: apart ? end : next, text: "" };
}

/** Anything but white space and the marks of quotes. */
function hasWords(text: string): boolean {
  return /[^\s>]/.test(text);
}

/** Where the line of an offset begins; a byte-order mark is not a part of it. */
function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text, start - 1)) start -= 1;
  return start === 0 && text.startsWith("\uFEFF") && offset > 0 ? 1 : start;
}

function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text, end)) end += 1;
  return end;
}

/** Where the line after a line's end begins. */
function nextLine(text: string, end: number): number {
  return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length);
}

/** An offset in the line above a line's start. */
function previousLine(text: string, start: number): number {
  return Math.max(text.slice(start - 2, start) === "\r\n" ? start - 2 : start - 1, 0);
}

function isBreak(text: string, offset: number): boolean {
  return text.charAt(offset) === "\n" || text.charAt(offset) === "\r";
}
