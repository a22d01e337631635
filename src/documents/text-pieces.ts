import type { Piece } from "./inline-words.ts";

/** Where the words of a text differ from its source: escapes, entities, and the ends of lines with what surrounds them. */
const differing = /\\[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{0,30});|[\r\n]/gi;

/**
 * Aligns the words of a text node with its source, so that either can be cut at the same place. `source` starts at
 * `start` and has spaces where container prefixes are. When the two cannot be aligned, the node is one piece.
 */
export function textPieces(source: string, words: string, start: number): Piece[] {
  if (source === words) return [{ start, end: start + source.length, words }];
  const pieces: Piece[] = [];
  let at = { source: 0, words: 0 };
  const take = (length: number, taken: string): void => {
    if (length === 0) return;
    pieces.push({ start: start + at.source, end: start + at.source + length, words: taken });
    at = { source: at.source + length, words: at.words + taken.length };
  };
  for (const match of source.matchAll(differing)) {
    if (match.index < at.source) continue;
    const token = lineEnd(source, match.index) ?? { start: match.index, end: match.index + match[0].length };
    take(token.start - at.source, source.slice(at.source, token.start));
    take(token.end - token.start, wordsOf(match[0], words, at.words));
  }
  take(source.length - at.source, source.slice(at.source));
  return pieces.map((piece) => piece.words).join("") === words
    ? pieces
    : [{ start, end: start + source.length, words }];
}

/** A line's end with the white space around it, which is not a part of the words. */
function lineEnd(source: string, index: number): { start: number; end: number } | undefined {
  if (!isBreak(source[index])) return undefined;
  let start = index;
  while (isBlank(source[start - 1])) start -= 1;
  let end = index + (source.startsWith("\r\n", index) ? 2 : 1);
  while (isBlank(source[end])) end += 1;
  return { start, end };
}

/** What a break, an escape or an entity is in the words. */
function wordsOf(token: string, words: string, at: number): string {
  if (isBreak(token)) return words.startsWith("\r\n", at) ? "\r\n" : words.charAt(at);
  if (token.startsWith("\\")) return words.charAt(at);
  // An unknown name stays as it is; `&amp;` is the only one whose character could be mistaken for that.
  if (words.startsWith(token, at) && !/^&amp;/i.test(token)) return token;
  return String.fromCodePoint(words.codePointAt(at) ?? 32);
}

function isBreak(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}
