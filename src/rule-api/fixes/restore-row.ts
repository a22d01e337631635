import type { Base } from "../../core/audit-model.ts";
import type { Fix } from "../../core/finding.ts";
import type { Facts } from "../../core/fact.ts";
import type { Location } from "../../core/location.ts";
import { insertAfterLine, lineEnd, sourceLines, splitLines, type SourceLines } from "./source-lines.ts";

/**
 * Puts a line of a table or list back where the base has it, as it was: beside the nearest of its neighbours there that is still present. Undefined when
 * none is, when the table has other columns now, and for an item of several lines.
 */
export function restoreRow(
  { title, location }: { readonly title: string; readonly location: Location },
  { facts, base }: { readonly facts: Facts; readonly base: Base },
): Fix | undefined {
  const source = sourceLines(location.path, facts);
  const old = sourceLines(location.path, base.model.facts);
  if (source === undefined || old === undefined) return undefined;
  const lines = splitLines(old.text);
  const block = blockAround(lines, location.line - 1);
  const line = lines[location.line - 1];
  const edit = block && line !== undefined ? beside(block, line, source) : undefined;
  return edit === undefined
    ? undefined
    : { kind: "suggest", description: `Put “${title}” back where it was.`, edits: [edit] };
}

/** Lines of a table or of one list, with the place of one of them. */
interface Block {
  readonly lines: readonly string[];
  readonly at: number;
  /** Of a table, its header. */
  readonly header: string | undefined;
}

const row = /^ {0,3}\|/;
const item = /^ *(?:[-*+]|\d+[.)]) /;

/** Undefined for a line that is neither, the head of a table and an item with lines of its own. */
function blockAround(lines: readonly string[], index: number): Block | undefined {
  const line = lines[index] ?? "";
  const form = [row, item].find((one) => one.test(line));
  if (form === undefined) return undefined;
  const isPart = (at: number): boolean => form.test(lines[at] ?? "");
  let [start, end] = [index, index];
  while (isPart(start - 1)) start -= 1;
  while (isPart(end + 1)) end += 1;
  const at = index - start;
  if (form === row) return at < 2 ? undefined : { lines: lines.slice(start, end + 1), at, header: lines[start] };
  return isWhole(line, lines[index + 1] ?? "")
    ? { lines: lines.slice(start, end + 1), at, header: undefined }
    : undefined;
}

/** Whether an item has no lines of its own below it. */
function isWhole(line: string, next: string): boolean {
  return next.trim() === "" || (item.test(next) && indentOf(next) <= indentOf(line));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** After the nearest line above that is still there, else before the nearest one below. */
function beside({ lines, at, header }: Block, line: string, source: SourceLines) {
  const offsetOf = (neighbour: string): number | undefined => {
    const isSibling = header !== undefined || indentOf(neighbour) === indentOf(line);
    const offset = isSibling ? onlyLine(neighbour, source) : undefined;
    return offset === undefined || (header !== undefined && headerAbove(offset, source) !== header)
      ? undefined
      : offset;
  };
  const isDelimiter = (text: string): boolean => /^[\s|:-]+$/.test(text);
  for (const neighbour of lines.slice(0, at).toReversed()) {
    const offset = isDelimiter(neighbour) ? belowHeader(header, neighbour, source) : offsetOf(neighbour);
    if (offset !== undefined) return insertAfterLine(source, offset, [line]);
    if (isDelimiter(neighbour)) break;
  }
  const below = lines.slice(at + 1).flatMap((neighbour) => offsetOf(neighbour) ?? []);
  const [first] = below;
  return first === undefined
    ? undefined
    : { path: source.path, offset: first, endOffset: first, text: line + source.ending };
}

/** Where a line begins that a document has exactly once. */
function onlyLine(line: string, { text }: SourceLines): number | undefined {
  const found = [...linesWithOffsets(text)].filter((one) => one.line === line);
  return line.trim() !== "" && found.length === 1 ? found[0]?.offset : undefined;
}

function* linesWithOffsets(text: string): Generator<{ readonly line: string; readonly offset: number }> {
  let offset = 0;
  while (offset <= text.length) {
    const end = lineEnd({ path: "", text, ending: "\n" }, offset);
    yield { line: text.slice(offset, end), offset };
    offset = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
}

/** Where the delimiter below the only header of those words begins. */
function belowHeader(header: string | undefined, delimiter: string, source: SourceLines): number | undefined {
  const start = header === undefined ? undefined : onlyLine(header, source);
  if (start === undefined) return undefined;
  const next = lineEnd(source, start) + source.ending.length;
  return source.text.slice(next, lineEnd(source, next)) === delimiter ? next : undefined;
}

/** The first line of the table that a line is in. */
function headerAbove(offset: number, { text }: SourceLines): string | undefined {
  const above = [...linesWithOffsets(text)].filter((one) => one.offset <= offset);
  const start = above.findLastIndex(({ line }) => !row.test(line));
  return above[start + 1]?.line;
}
