import { entryKey } from "../../core/entry-key.ts";
import { nearest } from "../../core/nearest.ts";

/** Words that say nothing about what a title means. */
const weak = new Set(
  "a an and as at by for from in into is it its of on or per than that the their this to v with without new add support".split(
    " ",
  ),
);

/** The words of a title that carry its meaning, each once: no articles, no version numbers, no plural s. */
export function titleWords(title: string): readonly string[] {
  const words = entryKey(title)
    .split(" ")
    .filter((word) => word !== "" && !weak.has(word) && !/^v?\d+$/.test(word));
  return [...new Set(words.map((word) => (word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word)))];
}

/** The words of one title that another has as well, a slip of the pen in a long word allowed. */
export function commonWords(one: string, other: string): readonly string[] {
  const others = titleWords(other);
  return titleWords(one).filter(
    (word) => others.includes(word) || (word.length > 5 && nearest(word, others, 1) !== undefined),
  );
}

/** How alike two titles are, from 0 to 1: their common words in proportion to all of them. */
export function likeness(one: string, other: string): number {
  const all = titleWords(one).length + titleWords(other).length;
  return all === 0 ? 0 : Math.min(1, (2 * commonWords(one, other).length) / all);
}
