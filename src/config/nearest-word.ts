import { distance } from "fastest-levenshtein";

/**
 * The candidate that a misspelt word most probably means, or undefined when none is close: one that begins or
 * (for `group/name`) ends with it, else the one with the fewest edits, at most a third of its length.
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  if (wanted === "") return undefined;
  const all = [...candidates];
  const whole = all.find((one) => one.toLowerCase() === wanted) ?? all.find((one) => one.toLowerCase().endsWith(`/${wanted}`));
  return whole ?? fewestEdits(wanted, all) ?? all.find((one) => wanted.length >= 3 && one.toLowerCase().startsWith(wanted));
}

function fewestEdits(wanted: string, all: readonly string[]): string | undefined {
  let best: { word: string; edits: number } | undefined;
  for (const word of all) {
    const edits = Math.min(editsTo(wanted, word), editsTo(wanted, word.slice(word.indexOf("/") + 1)));
    if (edits < (best?.edits ?? Infinity)) best = { word, edits };
  }
  return best?.word;
}

/** Infinity when the two are too far apart to be a slip. */
function editsTo(wanted: string, candidate: string): number {
  const longest = Math.max(wanted.length, candidate.length);
  // Words of very different length cannot be close, and comparing them may take long.
  if (Math.abs(wanted.length - candidate.length) > longest / 3) return Infinity;
  const edits = distance(wanted, candidate.toLowerCase());
  return edits <= longest / 3 ? edits : Infinity;
}

/** "; did you mean “queue”?", or nothing when no candidate is close. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const nearest = nearestWord(word, candidates);
  return nearest === undefined ? "" : `; did you mean “${nearest}”?`;
}
