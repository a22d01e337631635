import wrapAnsi from "wrap-ansi";

/** Fewer columns than these are not wrapped to: a column of single words is worse than what the terminal makes of long lines. */
const leastWidth = 40;

/** Words that begin with their own indent, as lines of which the later ones are indented by so many columns; one line where the width is not known. Colours of terminals are no words. */
export function hangingLines(words: string, indent: number, width: number | undefined): string[] {
  if (width === undefined || width < leastWidth) return [words];
  const rest = words.trimStart();
  const margin = words.slice(0, words.length - rest.length);
  const lines = wrapAnsi(rest, width - indent, { hard: false, trim: true }).split("\n");
  return lines.map((line, index) => `${index === 0 ? margin : " ".repeat(indent)}${line}`);
}
