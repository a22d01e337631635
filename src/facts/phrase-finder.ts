/** Looks for any phrase of a list. */
export interface PhraseFinder {
  /** Where the first one begins. */
  first(text: string): number | undefined;
}

/** Phrases in any case; between their words may be spaces or hyphens. Words of scripts with spaces end where a word ends. */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  const pattern = new RegExp(phrases.map(asPattern).join("|") || "(?!)", "iu");
  return {
    first: (text) => {
      const match = pattern.exec(text.replaceAll("’", "'"));
      return match === null ? undefined : match.index;
    },
  };
}

function asPattern(phrase: string): string {
  const words = phrase.split(/[\s-]+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const body = words.join("[\\s-]{1,3}");
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(phrase)
    ? body
    : `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`;
}
