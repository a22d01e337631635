/** Looks for any phrase of a list. */
export interface PhraseFinder {
  /** Where the first one begins. */
  first(text: string): number | undefined;
  /** What follows the first one. */
  after(text: string): string | undefined;
}

/** Phrases in any case; between their words may be spaces or hyphens. Words of scripts with spaces end where a word ends. */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  const pattern = new RegExp(phrases.map(asPattern).join("|") || "(?!)", "iu");
  const find = (text: string): RegExpExecArray | null => pattern.exec(text.replaceAll("’", "'"));
  return {
    first: (text) => find(text)?.index,
    after: (text) => {
      const match = find(text);
      return match === null ? undefined : text.slice(match.index + match[0].length);
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
