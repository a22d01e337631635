import type { Location } from "../core/location.ts";
import { lineLocator } from "../core/line-locator.ts";
import { markdownLines } from "../core/markdown-lines.ts";

/** A sentence of a Markdown text, without the marks of emphasis; `location` is the line in which it begins. */
export interface PlainSentence {
  readonly text: string;
  readonly location: Location;
}

/** What begins a block of its own: a heading, an item, a row, a quote. */
const blockStart = /^\s*(?:#{1,6}\s|[-*+]\s|\d+[.)]\s|\||>)/;
const sentenceEnd = /(?<=[.!?](?:["”»)*_`]{0,3}))\s+(?=\S)|(?<=[。！？])/;

/** The sentences of a text outside of code fences and comments. Lines of one paragraph belong together; a heading, an item and a row are sentences, too. */
export function plainSentences(path: string, text: string): PlainSentence[] {
  const locate = lineLocator(path, text);
  return blocksOf(text).flatMap(({ text: block, line: first }) => {
    let line = first;
    return block.split(sentenceEnd).flatMap((part) => {
      const sentence = part
        .replace(/^[\s>#|*+-]+|[*_~`|]+/g, " ")
        .replace(/\s+/g, " ")
        .trim();
      const begun = line + (/^\s*/.exec(part)?.[0].match(/\n/g)?.length ?? 0);
      line += part.match(/\n/g)?.length ?? 0;
      return sentence === "" ? [] : [{ text: sentence, location: locate(begun) }];
    });
  });
}

/** Paragraphs and the like, each with its first line, from 1. */
function blocksOf(text: string): { text: string; line: number }[] {
  const blocks: { text: string; line: number }[] = [];
  let isOpen = false;
  markdownLines(text).forEach((line, index) => {
    const isEmpty = line.code || line.text.trim() === "";
    const last = blocks.at(-1);
    if (!isEmpty && isOpen && last !== undefined && !blockStart.test(line.text)) last.text += `\n${line.text}`;
    else if (!isEmpty) blocks.push({ text: line.text, line: index + 1 });
    isOpen = !isEmpty && !/^\s*(?:#{1,6}\s|\|)/.test(line.text);
  });
  return blocks;
}
