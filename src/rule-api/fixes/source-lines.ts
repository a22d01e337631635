import type { Facts } from "../../core/fact.ts";
import type { Edit } from "../../core/finding.ts";
import type { Location } from "../../core/location.ts";

/** The source of a document as it was read, for building the edits of a fix. Offsets are those of locations. */
export interface SourceLines {
  readonly path: string;
  readonly text: string;
  /** The document's own line ending, that of its first line. */
  readonly ending: string;
}

/** The source of a document; undefined when it cannot be read. */
export function sourceLines(path: string, { paths }: Facts): SourceLines | undefined {
  const result = paths.read(path);
  return result.ok ? { path, text: result.text, ending: /\r\n|\n|\r/.exec(result.text)?.[0] ?? "\n" } : undefined;
}

/** The words at a location, with their markup. */
export function textAt({ text }: SourceLines, { offset, endOffset }: Pick<Location, "offset" | "endOffset">): string {
  return text.slice(offset, endOffset);
}

/** Lines without their endings. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Where the line of an offset begins. */
export function lineStart({ text }: SourceLines, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Where the line of an offset ends, before its line ending. */
export function lineEnd({ text }: SourceLines, offset: number): number {
  let end = offset;
  while (end < text.length && !/[\r\n]/.test(text.charAt(end))) end += 1;
  return end;
}

/** What is before an offset on its line: indentation, quote marks, the marker of an item. A byte-order mark is left out. */
export function prefixOf(source: SourceLines, offset: number): string {
  return source.text.slice(lineStart(source, offset), offset).replace(/^\uFEFF/, "");
}

/** Lines that are put in after the line of an offset. */
export function insertAfterLine(source: SourceLines, offset: number, lines: readonly string[]): Edit {
  const at = lineEnd(source, offset);
  return { path: source.path, offset: at, endOffset: at, text: lines.map((line) => source.ending + line).join("") };
}

/** Takes whole lines out, and with them the blank line that would be left over. */
export function removeLines(source: SourceLines, extent: Pick<Location, "offset" | "endOffset">): Edit {
  const first = lineStart(source, extent.offset);
  // A byte-order mark is not a part of the line.
  const start = first === 0 && source.text.startsWith("\uFEFF") ? 1 : first;
  const blankBefore = start <= 1 || isBlank(source, start - 1);
  const end = endOfLines(source, extent.endOffset, blankBefore);
  const following = source.text.slice(end, lineEnd(source, end));
  // Two paragraphs that were apart must not become one, nor a paragraph and a line below it a heading.
  const apart = blankBefore || /^\s*(?:[-*+]\s|\d+[.)]\s|#|$)/.test(following);
  const offset = end >= source.text.length ? withoutBlanksBefore(source, start) : start;
  return { path: source.path, offset, endOffset: end, text: apart ? "" : source.ending };
}

/** Where the lines up to an offset end, with the blank ones after them when there is one before them. */
function endOfLines(source: SourceLines, offset: number, blankBefore: boolean): number {
  let end = offset === lineStart(source, offset) ? offset : nextLine(source, offset);
  if (blankBefore) while (end < source.text.length && isBlank(source, end)) end = nextLine(source, end);
  return end;
}

function withoutBlanksBefore(source: SourceLines, lineOffset: number): number {
  let start = lineOffset;
  while (start > 1 && isBlank(source, start - 1)) start = lineStart(source, previousLineEnd(source, start));
  return start;
}

/** Whether the line of an offset holds nothing but white space. */
export function isBlank(source: SourceLines, offset: number): boolean {
  const start = lineStart(source, previousEnding(source, offset));
  return source.text.slice(start, lineEnd(source, start)).trim() === "";
}

/** An offset inside a line ending belongs to the line that it ends. */
function previousEnding({ text }: SourceLines, offset: number): number {
  return text.charAt(offset) === "\n" && text.charAt(offset - 1) === "\r" ? offset - 1 : offset;
}

function previousLineEnd(source: SourceLines, start: number): number {
  return previousEnding(source, start - 1);
}

/** Where the line after that of an offset begins. */
function nextLine(source: SourceLines, offset: number): number {
  const end = lineEnd(source, offset);
  return end + (/^(?:\r\n|\n|\r)/.exec(source.text.slice(end, end + 2))?.[0].length ?? 0);
}
