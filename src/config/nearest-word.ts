import { nearest } from "../core/nearest.ts";

/**
 * The candidate that a misspelt word most probably means, or undefined when none is close: one that begins or
 * (for `group/name`) ends with it, else the one with the fewest edits, at most a third of its length.
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  if (wanted === "") return undefined;
  const all = [...candidates];
  const whole =
    all.find((one) => one.toLowerCase() === wanted) ?? all.find((one) => one.toLowerCase().endsWith(`/${wanted}`));
  return (
    whole ?? fewestEdits(wanted, all) ?? all.find((one) => wanted.length >= 3 && one.toLowerCase().startsWith(wanted))
  );
}

/** A slip changes at most a third of a word; for `group/name` also of the name alone. */
function fewestEdits(wanted: string, all: readonly string[]): string | undefined {
  const whole = new Map(
    all.flatMap(
      (word) =>
        [
          [word.slice(word.indexOf("/") + 1), word],
          [word, word],
        ] as const,
    ),
  );
  const close = nearest(wanted, whole.keys(), Math.floor((wanted.length + 1) / 3));
  return close === undefined ? undefined : whole.get(close);
}

/** "; did you mean “queue”?", or nothing when no candidate is close. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const meant = nearestWord(word, candidates);
  return meant === undefined ? "" : `; did you mean “${meant}”?`;
}
