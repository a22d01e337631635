import { linePrefix } from "./line-prefix.ts";

/**
 * The parser's time for one paragraph grows with its characters times its marks: each `<` may be looked for up to the
 * paragraph's end, each `*` back to its start. At this product it takes about a second; prose with code and links
 * reaches it at some 15,000 characters without a blank line.
 */
const mostWork = 20_000_000;

/** Lines that may be one paragraph. */
interface Run {
  readonly lines: number[];
  length: number;
  marks: number;
}

/** The lines of each paragraph that has too much markup for its length. `isCode` tells which lines are none of a paragraph. */
export function costlyParagraphs(lines: readonly string[], isCode: readonly boolean[]): number[][] {
  const tangled: number[][] = [];
  let run: Run = { lines: [], length: 0, marks: 0 };
  let html = false;
  lines.forEach((line, index) => {
    const words = wordsOf(line);
    if (words === undefined || isCode[index] === true) {
      html = false;
      run = { lines: [], length: 0, marks: 0 };
      return;
    }
    if (words.begins) run = { lines: [], length: 0, marks: 0 };
    // Written-out HTML is full of `<`, and none of it is looked for.
    html ||= run.length === 0 && /^<[a-z!/]/i.test(words.text);
    if (html) return;
    run.lines.push(index);
    run.length += line.length;
    run.marks += marksIn(words.text);
    if (run.length * run.marks > mostWork && tangled.at(-1) !== run.lines) tangled.push(run.lines);
  });
  return tangled;
}

/** A line without its prefix, and whether it begins a block of its own; undefined when it is blank. */
function wordsOf(line: string): { text: string; begins: boolean } | undefined {
  const prefix = linePrefix(line, 60);
  const text = line.slice(prefix.length).trimEnd();
  if (text === "") return undefined;
  return { text, begins: prefix.items > 0 || /^(?:#{1,6}\s|\||\[[^\]]*\]:)/.test(text) };
}

function marksIn(text: string): number {
  let marks = 0;
  for (let index = 0; index < text.length; index += 1) if ("*_~`[]<".includes(text.charAt(index))) marks += 1;
  return marks;
}
