import type { PhrasingContent, Text } from "mdast";

/** One line of a paragraph: where its words begin, and they. */
export interface PhrasingLine {
  /** Counts from 1. */
  readonly line: number;
  /** Counts from 1. */
  readonly column: number;
  readonly words: string;
}

interface Point {
  line: number;
  column: number;
}

/** Characters that mean something somewhere; words without them are words. */
const special = /[`*_[\]!&]/;
const reference = /&#?\w+;/;

/**
 * The nodes that the parser makes of some lines of words, code in single backticks, strong words and links; undefined for anything
 * else, which only the parser knows to read.
 */
export function plainPhrasing(lines: readonly PhrasingLine[]): PhrasingContent[] | undefined {
  const nodes: PhrasingContent[] = [];
  for (const [index, { line, column, words }] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined)
      addText(nodes, "\n", {
        start: { line: before.line, column: before.column + before.words.length },
        end: { line, column: 1 },
      });
    if (!special.test(words)) addText(nodes, words, spanAt({ line, column }, words.length));
    else if (reference.test(words) || !readLine(nodes, words, { line, column })) return undefined;
  }
  return nodes;
}

interface Span {
  readonly start: Point;
  readonly end: Point;
}

function spanAt({ line, column }: Point, length: number): Span {
  return { start: { line, column }, end: { line, column: column + length } };
}

function addText(nodes: PhrasingContent[], value: string, { start, end }: Span): void {
  const last = nodes.at(-1);
  if (last?.type !== "text" || last.position === undefined) {
    nodes.push({ type: "text", value, position: { start, end } });
    return;
  }
  last.value += value;
  last.position.end = end;
}

/** Reads one line into nodes; false when something in it is not plain. */
function readLine(nodes: PhrasingContent[], words: string, from: Point): boolean {
  const at = (index: number, length: number): Span => spanAt({ line: from.line, column: from.column + index }, length);
  for (let index = 0; index < words.length;) {
    const rest = words.slice(index);
    const length = rest.search(special);
    if (length !== 0) {
      const count = length === -1 ? rest.length : length;
      addText(nodes, rest.slice(0, count), at(index, count));
      index += count;
      continue;
    }
    const [part, size] = markAt(words, index, at) ?? [];
    if (part === undefined || size === undefined) return false;
    if (part === "text") addText(nodes, words.slice(index, index + size), at(index, size));
    else nodes.push(part);
    index += size;
  }
  return true;
}

type Mark = readonly [node: PhrasingContent | "text", length: number];
type SpanMaker = (index: number, length: number) => Span;

function markAt(words: string, index: number, at: SpanMaker): Mark | undefined {
  switch (words[index]) {
    case "`":
      return codeAt(words, index, at);
    case "*":
      return strongAt(words, index, at);
    case "[":
      return bracketAt(words, index, at);
    case "_":
      return isLetter(words[index - 1]) && isLetter(words[index + 1]) ? ["text", 1] : undefined;
    case "!":
      return words[index + 1] === "[" ? undefined : ["text", 1];
    default:
      return ["text", 1];
  }
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z0-9]/.test(character);
}

/** Code in single backticks that closes on its line. */
function codeAt(words: string, index: number, at: SpanMaker): Mark | undefined {
  const end = words.indexOf("`", index + 1);
  const value = words.slice(index + 1, end);
  // Two backticks in a row, or spaces at both ends that the parser takes away.
  if (end === -1 || value === "" || words[end + 1] === "`" || (value.startsWith(" ") && value.endsWith(" ")))
    return undefined;
  const length = end + 1 - index;
  return [{ type: "inlineCode", value, position: at(index, length) }, length];
}

/** Strong words that begin after a space or a bracket and hold words and code alone. */
function strongAt(words: string, index: number, at: SpanMaker): Mark | undefined {
  const before = words[index - 1];
  if (
    !words.startsWith("**", index) ||
    !(before === undefined || before === " " || before === "(") ||
    !isOther(words[index + 2])
  )
    return undefined;
  const end = closingStars(words, index + 2);
  if (end === undefined) return undefined;
  const children = innerPhrasing(words.slice(index + 2, end), at(index + 2, 0).start);
  const length = end + 2 - index;
  return children === undefined ? undefined : [{ type: "strong", children, position: at(index, length) }, length];
}

/** Where the next two stars outside of code are, when they can only close. */
function closingStars(words: string, from: number): number | undefined {
  let inCode = false;
  for (let index = from; index < words.length; index += 1) {
    if (words[index] === "`") inCode = !inCode;
    if (!inCode && words[index] === "*") return canOnlyClose(words, index) ? index : undefined;
  }
  return undefined;
}

/** Whether two stars that begin here, and no third one, come after words and before what is not a word. */
function canOnlyClose(words: string, index: number): boolean {
  const [last, next] = [words[index - 1], words[index + 2]];
  if (words[index + 1] !== "*" || next === "*" || !isOther(last)) return false;
  return !isPunctuation(last) || next === undefined || isSpace(next) || isPunctuation(next);
}

function innerPhrasing(words: string, from: Point): PhrasingContent[] | undefined {
  const nodes: PhrasingContent[] = [];
  if (/[*[\]!_&]/.test(words)) return undefined;
  return readLine(nodes, words, from) ? nodes : undefined;
}

/** A link with words and a plain address, or words in brackets, which are words where nothing defines them. */
function bracketAt(words: string, index: number, at: SpanMaker): Mark | undefined {
  const rest = words.slice(index);
  const link = /^\[([^[\]`*_!&\s](?:[^[\]`*_!&]*[^[\]`*_!&\s])?)\]\(([A-Za-z0-9\-./#:?=]+)\)/.exec(rest);
  const [whole = "", label = "", url = ""] = link ?? [];
  if (link !== null) {
    const text: Text = { type: "text", value: label, position: at(index + 1, label.length) };
    return [{ type: "link", title: null, url, children: [text], position: at(index, whole.length) }, whole.length];
  }
  const length = /^\[[^[\]`*_!&]*\](?![(:[])/.exec(rest)?.[0].length;
  return length === undefined ? undefined : ["text", length];
}

/** Neither the end of the line, nor a space, nor a star. */
function isOther(character: string | undefined): character is string {
  return character !== undefined && character !== "*" && !isSpace(character);
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}

/** By the parser's own definition. */
function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
