import type { Location } from "./location.ts";

/** Locates whole lines (counted from 1) of a text, without their indentation and line ending. */
export function lineLocator(path: string, text: string): (line: number) => Location {
  let known: readonly number[] | undefined;
  return (line) => {
    const starts = (known ??= lineStarts(text));
    const from = starts[line - 1] ?? text.length;
    const raw = text.slice(from, starts[line] ?? text.length).split(/[\n\r]/, 1)[0] ?? "";
    const column = raw.length - raw.trimStart().length;
    const end = Math.max(raw.trimEnd().length, column);
    return {
      path,
      line,
      column: column + 1,
      endLine: line,
      endColumn: end + 1,
      offset: from + column,
      endOffset: from + end,
    };
  };
}

function lineStarts(text: string): number[] {
  if (/\r(?!\n)/.test(text)) return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return starts;
}
