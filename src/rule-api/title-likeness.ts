import { entryKey } from "../core/entry-key.ts";
import { nearest } from "../core/nearest.ts";

/** Words that say nothing about what a title means. */
const weak = new Set("a an and as at by for from in into is it its of on or per than that the their this to v with without new add support".split(" "));

/** The words of a title that carry its meaning, each once: no articles, no version numbers, no plural s. */
export function titleWords(title: string): readonly string[] {
  const words = entryKey(title).split(" ").filter((word) => word !== "" && !weak.has(word) && !/^v?\d+$/.test(word));
  return [...new Set(words.map((word) => (word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word)))];
}

/** How alike two titles are, from 0 to 1: their common words (a slip of the pen allowed) in proportion to all of them. */
export function likeness(one: string, other: string): number {
  const [words, others] = [titleWords(one), titleWords(other)];
  if (words.length === 0 || others.length === 0) return 0;
  const common = words.filter((word) => others.includes(word) || (word.length > 5 && nearest(word, others, 1) !== undefined));
  return Math.min(1, (2 * common.length) / (words.length + others.length));
}
