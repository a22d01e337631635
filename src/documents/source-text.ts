import type { Location } from "../core/location.ts";

/** A text with the offsets at which its lines start, so that any offset can be located in O(log lines). */
export class SourceText {
  readonly path: string;
  readonly text: string;
  readonly #lineStarts: readonly number[];
  /** The index of the line that was asked for last. */
  #last = 0;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    this.#lineStarts = lineStarts(text);
  }

  /** The location from one offset to another; offsets outside the text are moved to its ends. */
  locate(start: number, end: number): Location {
    const from = this.#position(start);
    const to = this.#position(Math.max(start, end), from.line - 1);
    return {
      path: this.path,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      offset: from.offset,
      endOffset: to.offset,
    };
  }

  /** The offset of a line and column, both counted from 1. */
  offsetAt(line: number, column: number): number {
    return (this.#lineStarts[line - 1] ?? this.text.length) + column - 1;
  }

  /** `guess` is the index of a line at or before the offset, which mostly is the one. */
  #position(wanted: number, guess = this.#last): { line: number; column: number; offset: number } {
    const offset = Math.min(Math.max(wanted, 0), this.text.length);
    const starts = this.#lineStarts;
    const guessed = (starts[guess] ?? Infinity) <= offset && offset < (starts[guess + 1] ?? Infinity);
    const line = guessed ? guess : lineIndex(starts, offset);
    this.#last = line;
    return { line: line + 1, column: offset - (this.#lineStarts[line] ?? 0) + 1, offset };
  }
}

/** The offset at which each line starts. Lines end in LF, CRLF or CR. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (text.includes("\r")) for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  else for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The index of the line that holds an offset: of the last of some ascending offsets that is not after it, else 0. */
export function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
