import { distance } from "fastest-levenshtein";

/** The candidate with the smallest edit distance to a word, if it is close enough to be what was meant. */
export function nearest(word: string, candidates: Iterable<string>, limit = Math.max(2, Math.floor(word.length * 0.34))): string | undefined {
  let best: { candidate: string; steps: number } | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const steps = distance(word.toLowerCase(), candidate.toLowerCase());
    if (steps <= limit && (best === undefined || steps < best.steps)) best = { candidate, steps };
  }
  return best?.candidate;
}
