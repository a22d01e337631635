import { TextDocument } from "vscode-languageserver-textdocument";
import type { Range } from "vscode-languageserver";
import type { Location } from "../core/location.ts";

type Lines = Pick<Location, "line" | "column" | "endLine" | "endColumn">;

/** Lines and columns from 1 as editors count them on the wire: from 0, in UTF-16 code units. */
export function rangeOf({ line, column, endLine, endColumn }: Lines): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}

/** The start of a line, counted from 1. */
export function lineRange(line: number): Range {
  return rangeOf({ line, column: 1, endLine: line, endColumn: 1 });
}

/** A text whose offsets and positions can be told from each other; line ends are LF, CRLF and CR. */
export function positioned(text: string): TextDocument {
  return TextDocument.create("", "", 0, text);
}

/** The range of two offsets in a text. */
export function rangeIn(text: TextDocument, { offset, endOffset }: Pick<Location, "offset" | "endOffset">): Range {
  return { start: text.positionAt(offset), end: text.positionAt(endOffset) };
}

/** Whether two ranges have a position in common. */
export function rangesMeet(one: Range, other: Range): boolean {
  return !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
}

function isBefore(one: Range["start"], other: Range["start"]): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
