import { linePrefix } from "./line-prefix.ts";

/**
 * The parser's time for one paragraph grows with its characters times its marks: each `<` may be looked for up to the
 * paragraph's end, each `*` back to its start. At this product it takes about a second; prose with code and links
 * reaches it at some 15,000 characters without a blank line.
 */
const mostWork = 20_000_000;

/**
 * For each line of a paragraph that goes on without the mark of its list or quote, the parser looks through all lines
 * above it in the paragraph.
 */
const mostLazyLines = 1_000;

/** Lines that may be one paragraph. */
interface Run {
  readonly lines: number[];
  /** Of the words on its first line. */
  readonly column: number;
  length: number;
  marks: number;
  lazy: number;
}

/** The lines of each paragraph that the parser could hang on. */
export interface CostlyParagraphs {
  /** Too much markup for their length. */
  readonly tangled: readonly number[][];
  /** Too many lines without the mark of their list or quote. */
  readonly lazy: readonly number[][];
}

/** `isCode` tells which lines are none of a paragraph. */
export function costlyParagraphs(lines: readonly string[], isCode: readonly boolean[]): CostlyParagraphs {
  const tangled: number[][] = [];
  const lazy: number[][] = [];
  let run = emptyRun(0);
  let html = false;
  lines.forEach((line, index) => {
    const words = wordsOf(line);
    if (words === undefined || isCode[index] === true) {
      html = false;
      run = emptyRun(0);
      return;
    }
    if (words.begins || run.lines.length === 0) run = emptyRun(words.column);
    // Written-out HTML is full of `<`, and none of it is looked for.
    html ||= run.length === 0 && /^<[a-z!/]/i.test(words.text);
    if (html) return;
    run.lines.push(index);
    run.length += line.length;
    run.marks += marksIn(words.text);
    if (words.column < run.column) run.lazy += 1;
    addOnce(run.lines, costOf(run, tangled, lazy));
  });
  return { tangled, lazy };
}

/** A paragraph stays costly on each of its lines. */
function addOnce(lines: number[], costly: number[][] | undefined): void {
  if (costly !== undefined && costly.at(-1) !== lines) costly.push(lines);
}

/** The one of two lists that a paragraph belongs to. */
function costOf<Costly>({ length, marks, lazy }: Run, tangled: Costly, lazily: Costly): Costly | undefined {
  if (length * marks > mostWork) return tangled;
  return lazy > mostLazyLines ? lazily : undefined;
}

function emptyRun(column: number): Run {
  return { lines: [], column, length: 0, marks: 0, lazy: 0 };
}

/** A line without its prefix, and whether it begins a block of its own; undefined when it is blank. */
function wordsOf(line: string): { text: string; begins: boolean; column: number } | undefined {
  const prefix = linePrefix(line, 60);
  const text = line.slice(prefix.length).trimEnd();
  if (text === "") return undefined;
  return { text, column: prefix.column, begins: prefix.items > 0 || /^(?:#{1,6}\s|\||\[[^\]]*\]:)/.test(text) };
}

function marksIn(text: string): number {
  let marks = 0;
  for (let index = 0; index < text.length; index += 1) if ("*_~`[]<".includes(text.charAt(index))) marks += 1;
  return marks;
}
