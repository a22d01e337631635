import { nearest } from "../../core/nearest.ts";

/** The word that was meant by a slip of the pen; undefined when none is close, or another one is as close. */
export function onlyNearest(word: string, known: Iterable<string>): string | undefined {
  const words = [...new Set(known)];
  const close = nearest(word, words);
  if (close === undefined) return undefined;
  const others = words.filter((one) => one !== close);
  for (let steps = 0; steps <= word.length; steps += 1) {
    if (nearest(word, [close], steps) !== undefined)
      return nearest(word, others, steps) === undefined ? close : undefined;
  }
  return close;
}
