import { distance } from "fastest-levenshtein";

/**
 * The candidate with the smallest edit distance to a word, ignoring case, if it is close enough to be what was meant.
 * `limit` is the largest distance that counts as close.
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  limit = Math.max(2, Math.floor(word.length * 0.34)),
): string | undefined {
  let best: { candidate: string; steps: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    // A short word that shares no letter is not close, however few its letters are.
    if (
      steps <= limit &&
      steps < Math.max(word.length, candidate.length, 1) &&
      (best === undefined || steps < best.steps)
    )
      best = { candidate, steps };
  }
  return best?.candidate;
}

/** So many of the candidates, those first that take the fewest edits to become a word. */
export function closest(word: string, candidates: Iterable<string>, count: number): string[] {
  const steps = (candidate: string): number => distance(word.toLowerCase(), candidate.toLowerCase());
  return [...candidates]
    .map((candidate) => ({ candidate, steps: steps(candidate) }))
    .sort((one, other) => one.steps - other.steps)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
